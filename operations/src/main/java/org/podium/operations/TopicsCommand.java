package org.podium.operations;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.podium.model.topic.Party;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.TopicDeployment;
import org.podium.operations.deploy.TopicFinding;
import org.podium.operations.deploy.TopicLayout;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.ExitCode;

/** What {@code podium topics} does: works on the cluster and prints what it found. */
final class TopicsCommand {

    private TopicsCommand() {}

    /** Creates and alters. The answer is no when a topic is refused: then nothing was done. */
    static ExitCode apply(TopicsSettings settings, PrintWriter out) {
        List<TopicFinding> findings = with(settings, TopicDeployment::apply);
        boolean refused = findings.stream().anyMatch(TopicFinding.Refused.class::isInstance);
        Table table = new Table("TOPIC", "DONE");
        for (TopicFinding finding : findings) {
            table.add(finding.topic().name(), done(finding, refused));
        }
        out.print(table);
        out.println(refused ? "Nothing was changed." : "The cluster is as the catalogue says.");
        return refused ? ExitCode.NO : ExitCode.OK;
    }

    /** Compares. The answer is no when something differs. */
    static ExitCode describe(TopicsSettings settings, PrintWriter out) {
        List<TopicFinding> findings = with(settings, TopicDeployment::compare);
        Table table = new Table("TOPIC", "KEY", "RECORD", "KEPT", "WRITTEN BY", "READ BY", "CLUSTER");
        for (TopicFinding finding : findings) {
            Topic topic = finding.topic();
            table.add(
                    topic.name(),
                    topic.key().name(),
                    topic.value().getName(),
                    topic.retention().map(kept -> kept.toDays() + " days").orElse("newest of each key"),
                    topic.writtenBy().principal(),
                    topic.readBy().stream().map(Party::principal).collect(Collectors.joining(", ")),
                    finding.sentence());
        }
        out.print(table);
        return findings.stream().allMatch(TopicFinding.InOrder.class::isInstance) ? ExitCode.OK : ExitCode.NO;
    }

    private static String done(TopicFinding finding, boolean nothing) {
        return switch (finding) {
            case TopicFinding.InOrder ignored -> "in order";
            case TopicFinding.Missing ignored -> nothing ? "missing" : "created";
            case TopicFinding.Differs ignored -> (nothing ? "" : "altered: ") + finding.sentence();
            case TopicFinding.Refused ignored -> "refused: " + finding.sentence();
        };
    }

    private static List<TopicFinding> with(
            TopicsSettings settings, Function<TopicDeployment, List<TopicFinding>> work) {
        TopicCatalogue catalogue = new TopicCatalogue(settings.venues());
        try (Admin admin = Admin.create(new ClientProperties(settings.kafka()).admin("podium-topics"))) {
            return work.apply(new TopicDeployment(admin, catalogue, TopicLayout.of(settings.topics())));
        }
    }
}
