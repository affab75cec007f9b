package org.podium.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Program;
import picocli.CommandLine;

/** Wrong usage, which is said before anything starts. */
class ChaosCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void namesTheFaultsThatThereAre() {
        assertThat(run("--only", "kill-streams,kill-everybody")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("no such fault: kill-everybody").contains("kill-broker");
    }

    @Test
    void refusesALoadOfNothing() {
        assertThat(run("--rate", "0")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--rate must be above 0");
    }

    @Test
    void namesEveryFaultOnce() {
        assertThat(Faults.ALL).extracting(Fault::name).doesNotHaveDuplicates();
    }

    @Test
    void aQuickCampaignHasOneFaultOfEachKind() {
        assertThat(Faults.ALL)
                .filteredOn(Fault::quick)
                .extracting(Fault::name)
                .containsExactly("kill-streams", "kill-broker", "pause-gateway", "stop-controller", "full-disk");
    }

    private int run(String... arguments) {
        return Program.execute(new CommandLine(new ChaosCommand()).setErr(new PrintWriter(err, true)), arguments);
    }
}
