package org.podium.operations.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

final class TopicConfigsTest {

    private static final TopicLayout CLUSTER = new TopicLayout(12, (short) 3, 2);

    @Test
    void keepsWhatIsOfficialForGoodAndWhatWasSaidForItsTime() {
        assertThat(TopicConfigs.of(TopicCatalogue.RESULTS_UNITS, CLUSTER))
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
        assertThat(TopicConfigs.of(TopicCatalogue.venueEvents(new VenueCode("STA")), CLUSTER))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000");
    }

    @Test
    void losesNothingWhenABrokerDies() {
        for (Topic topic : new TopicCatalogue(List.of(new VenueCode("STA"))).all()) {
            assertThat(TopicConfigs.of(topic, CLUSTER))
                    .as(topic.name())
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("unclean.leader.election.enable", "false")
                    .containsEntry("message.timestamp.type", "CreateTime");
        }
    }

    @Test
    void refusesALayoutThatCouldNeverAcknowledge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicLayout(12, (short) 1, 2))
                .withMessageContaining("not more copies in sync than there are");
    }
}
