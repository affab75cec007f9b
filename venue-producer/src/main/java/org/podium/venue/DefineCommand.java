package org.podium.venue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;
import org.podium.operations.kafka.ClientProperties;
import org.podium.operations.run.ExitCode;
import org.podium.venue.ndjson.Definitions;
import org.podium.venue.ndjson.DefinitionsJson;
import org.podium.venue.publish.DefinitionPublisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podium venue define}: publishes definitions of units and events, and lists of records. */
@Command(
        name = "define",
        description =
                "Publish definitions of units and events, and lists of records; none when one of them is wrong, and then the exit status is 1.")
final class DefineCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "FILE", description = "Definitions as JSON, one after the other; - is standard input.")
    private String file = "-";

    @Option(names = "--check", description = "Only say what is wrong with them.")
    private boolean check;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String text;
        try (InputStream input = Input.open(file)) {
            text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        return switch (DefinitionsJson.parse(text)) {
            case Definitions.Refused refused -> {
                refused.problems().forEach(err::println);
                err.println("nothing was published: %d problems"
                        .formatted(refused.problems().size()));
                yield ExitCode.NO.status();
            }
            case Definitions.Valid valid -> {
                if (!check) {
                    publish(valid);
                }
                out.println("%d units, %d events and the records of %d %s"
                        .formatted(
                                valid.units().size(),
                                valid.events().size(),
                                valid.records().size(),
                                check ? "can be defined" : "defined"));
                yield ExitCode.OK.status();
            }
        };
    }

    private void publish(Definitions.Valid definitions) throws InterruptedException {
        VenueSettings settings = cluster.load(Map.of());
        try (SchemaRegistry registry =
                        new ConfluentSchemaRegistry(settings.registry().address());
                DefinitionPublisher publisher = DefinitionPublisher.open(
                        new ClientProperties(settings.kafka()).producer("definitions"), registry)) {
            publisher.publish(definitions.units());
            publisher.publishEvents(definitions.events());
            publisher.publishRecords(definitions.records());
        }
    }
}
