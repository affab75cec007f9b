package org.podium.operations;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.deploy.AccessDeployment;
import org.podium.operations.deploy.AccessFinding;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.ExitCode;

/** What {@code podium access} does: works on the brokers' grants and prints what it found. */
final class AccessCommand {

    private AccessCommand() {}

    /** Grants and takes away. The answer is no when a grant is too wide: then nothing was done. */
    static ExitCode apply(AccessCommandSettings settings, PrintWriter out) {
        List<AccessFinding> findings = with(settings, AccessDeployment::apply);
        boolean refused = findings.stream().anyMatch(AccessFinding.TooWide.class::isInstance);
        print(findings, refused ? Tense.UNDONE : Tense.DONE, out);
        out.println(
                refused
                        ? "Nothing was changed: take away what is too wide with Kafka's kafka-acls, or narrow it."
                        : "The brokers grant what the catalogue says.");
        return refused ? ExitCode.NO : ExitCode.OK;
    }

    /** Compares. The answer is no when something differs. */
    static ExitCode describe(AccessCommandSettings settings, PrintWriter out) {
        List<AccessFinding> findings = with(settings, AccessDeployment::compare);
        print(findings, Tense.UNDONE, out);
        return findings.stream().allMatch(AccessFinding.Granted.class::isInstance) ? ExitCode.OK : ExitCode.NO;
    }

    private enum Tense {
        DONE,
        UNDONE
    }

    private static void print(List<AccessFinding> findings, Tense tense, PrintWriter out) {
        Table table = new Table("PRINCIPAL", "MAY", "RESOURCE", tense == Tense.DONE ? "DONE" : "CLUSTER");
        for (AccessFinding finding : findings) {
            AclBinding grant = finding.grant();
            table.add(
                    grant.entry().principal(),
                    grant.entry().operation().name(),
                    resource(grant.pattern()),
                    sentence(finding, tense));
        }
        out.print(table);
    }

    private static String resource(ResourcePattern pattern) {
        String all = pattern.patternType() == PatternType.PREFIXED ? "..." : "";
        return pattern.resourceType() + " " + pattern.name() + all;
    }

    private static String sentence(AccessFinding finding, Tense tense) {
        boolean done = tense == Tense.DONE;
        return switch (finding) {
            case AccessFinding.Granted ignored -> "in order";
            case AccessFinding.Missing ignored -> done ? "granted" : "missing";
            case AccessFinding.Stray ignored -> done ? "taken away" : "granted, and should not be";
            case AccessFinding.TooWide ignored -> "too wide: reaches topics of the catalogue";
        };
    }

    private static List<AccessFinding> with(
            AccessCommandSettings settings, Function<AccessDeployment, List<AccessFinding>> work) {
        try (Admin admin = Admin.create(new ClientProperties(settings.kafka()).admin("podium-access"))) {
            return work.apply(new AccessDeployment(admin, new TopicCatalogue(settings.venues()), settings.access()));
        }
    }
}
