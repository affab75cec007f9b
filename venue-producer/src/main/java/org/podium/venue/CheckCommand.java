package org.podium.venue;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.operations.run.ExitCode;
import org.podium.venue.ndjson.EventLine;
import org.podium.venue.ndjson.EventLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podium venue check}: says what is wrong with a file of events. */
@Command(
        name = "check",
        description =
                "Say what is wrong with a file of venue events, without sending any; exit status 1 when something is.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Events, one a line; - is standard input.")
    private String file = "-";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        long good = 0;
        long refused = 0;
        try (EventLines lines = new EventLines(Input.open(file))) {
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case EventLine.Valid _ -> good++;
                    case EventLine.Refused wrong -> {
                        wrong.problems().forEach(out::println);
                        refused++;
                    }
                }
            }
        }
        out.println("%d events can be sent, %d lines cannot".formatted(good, refused));
        return (refused == 0 ? ExitCode.OK : ExitCode.NO).status();
    }
}
