package org.podium.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Program;
import org.podium.operations.run.StartException;
import picocli.CommandLine;

class CatalogueMainTest {

    private static final String GOOD = """
            defaults:
              - {rule: by-place}
            disciplines:
              CHS:
                name: Chess
                entries:
                  - {units: [CHS*], rule: points-total}
            """;

    private static final String BAD = """
            defaults:
              - {rule: by-place}
            disciplines:
              CHS:
                name: Chess
                entries:
                  - {units: [CHS*], rule: fastest-mate}
                  - {units: [CHSM*], rule: points-total, parameters: {shown-decimals: 9}}
                  - {units: [CHSM*], rule: by-place}
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatAGoodCatalogueHasNoProblem() throws IOException {
        assertThat(check(GOOD)).isEqualTo(ExitCode.OK.status());
        assertThat(out.toString()).contains("no problem found");
    }

    @Test
    void namesEveryProblemOfABadOneAtOnce() throws IOException {
        assertThat(check(BAD)).isEqualTo(ExitCode.NO.status());
        assertThat(err.toString())
                .contains("fastest-mate")
                .contains("shown-decimals")
                .contains("CHSM*");
    }

    @Test
    void aMissingFileAndOneThatIsNoTextAreProblemsToo() throws IOException {
        assertThat(run("check", directory.resolve("none.yaml").toString())).isEqualTo(ExitCode.NO.status());
        assertThat(err.toString()).contains("there is no catalogue");

        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(run("check", binary.toString())).isEqualTo(ExitCode.NO.status());
        assertThat(err.toString()).contains("not UTF-8");
    }

    /** A service reads it before it looks for a cluster. */
    @Test
    void aServiceDoesNotStartWithABadOne() throws IOException {
        Path file = write(BAD);

        assertThatThrownBy(() -> CatalogueFile.read(file))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("fastest-mate")
                .hasMessageContaining("shown-decimals");
    }

    private int check(String text) throws IOException {
        return run("check", write(text).toString());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("catalogue.yaml"), text);
    }

    private int run(String... arguments) {
        CommandLine line =
                CatalogueMain.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        for (CommandLine each : List.copyOf(line.getSubcommands().values())) {
            each.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        }
        return Program.execute(line, arguments);
    }
}
