package org.podium.operations;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.operations.deploy.SchemaDeployment;
import org.podium.operations.deploy.SchemaFinding;
import org.podium.operations.run.ExitCode;

/** What {@code podium schemas} does: works on the registry and prints what it found. */
final class SchemasCommand {

    private SchemasCommand() {}

    /** Registers. The answer is no when a schema is incompatible: then nothing was done. */
    static ExitCode register(SchemasSettings settings, PrintWriter out) {
        List<SchemaFinding> findings = print(settings, SchemaDeployment::register, out);
        boolean refused = findings.stream().anyMatch(SchemaFinding.Incompatible.class::isInstance);
        out.println(refused ? "Nothing was registered." : "The registry has every schema of this build.");
        return refused ? ExitCode.NO : ExitCode.OK;
    }

    /** Compares. The answer is no when a schema is not registered. */
    static ExitCode check(SchemasSettings settings, PrintWriter out) {
        List<SchemaFinding> findings = print(settings, SchemaDeployment::check, out);
        return findings.stream().allMatch(SchemaFinding.Registered.class::isInstance) ? ExitCode.OK : ExitCode.NO;
    }

    private static List<SchemaFinding> print(
            SchemasSettings settings, Function<SchemaDeployment, List<SchemaFinding>> work, PrintWriter out) {
        try (SchemaRegistry registry =
                new ConfluentSchemaRegistry(settings.registry().address())) {
            List<SchemaFinding> findings = work.apply(new SchemaDeployment(registry));
            Table table = new Table("SUBJECT", "REGISTRY");
            findings.forEach(finding -> table.add(SchemaRegistry.subjectOf(finding.schema()), finding.sentence()));
            out.print(table);
            return findings;
        }
    }
}
