package org.podium.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Program;
import picocli.CommandLine;

/** Wrong usage, which is said before anything starts. */
class PipelineCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void namesTheCasesThatThereAre() {
        assertThat(run("--case", "NO_BROKER")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("NO_BROKER").contains("ONE_BROKER");
    }

    @Test
    void refusesToMeasureForNoTime() {
        assertThat(run("--seconds", "0")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--seconds must be above 0");
    }

    private int run(String... arguments) {
        return Program.execute(new CommandLine(new PipelineCommand()).setErr(new PrintWriter(err, true)), arguments);
    }
}
