package org.podium.operations.deploy;

import java.util.Map;
import org.podium.model.topic.Topic;

/** What a topic of the catalogue is in the cluster. */
public sealed interface TopicFinding {

    /** The topic as the catalogue declares it. */
    Topic topic();

    /** One sentence for people. */
    String sentence();

    /** It is as it should be. */
    record InOrder(Topic topic) implements TopicFinding {
        @Override
        public String sentence() {
            return "in order";
        }
    }

    /** It is not there. It is created. */
    record Missing(Topic topic) implements TopicFinding {
        @Override
        public String sentence() {
            return "missing";
        }
    }

    /**
     * Its configuration differs. It is altered.
     *
     * @param differences by the configuration's name
     */
    record Differs(Topic topic, Map<String, Difference> differences) implements TopicFinding {

        @Override
        public String sentence() {
            StringBuilder text = new StringBuilder();
            differences.forEach((name, difference) -> text.append(text.isEmpty() ? "" : "; ")
                    .append("%s is %s instead of %s".formatted(name, difference.is(), difference.shouldBe())));
            return text.toString();
        }
    }

    /**
     * It differs in a way that is not altered, since records would be lost or misplaced.
     *
     * @param sentence what differs, why it is left alone and what to do
     */
    record Refused(Topic topic, String sentence) implements TopicFinding {}

    /** A value in the cluster and in the catalogue. */
    record Difference(String is, String shouldBe) {}
}
