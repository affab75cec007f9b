package org.podium.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.run.Program;
import org.podium.venue.spool.Sync;
import picocli.CommandLine;

class VenueMainTest {

    private static final String GOOD =
            "{\"competition\":\"OG2024\",\"venue\":\"STA\",\"source\":\"TIMING-1\",\"unit\":\"ATHM100M--------------FNL-000100--\",\"sequence\":1,\"venueTime\":\"2024-08-04T19:50:00Z\",\"kind\":\"RESULT_STATUS\",\"resultStatus\":\"LIVE\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void checkFindsNothingWrongWithGoodLines() throws IOException {
        assertThat(run("check", file(GOOD, GOOD))).isZero();
        assertThat(out).hasToString("2 events can be sent, 0 lines cannot%n".formatted());
    }

    @Test
    void checkPrintsEveryProblemWithItsLine() throws IOException {
        assertThat(run("check", file(GOOD, "{}", "nonsense"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("line 2,", "MISSING_FIELD", "line 3,", "NOT_JSON", "1 events can be sent, 2 lines");
    }

    @Test
    void defineRefusesAFileWithAProblemAsAWhole() throws IOException {
        assertThat(run("define", file("{\"competition\":\"OG2024\"}"))).isEqualTo(1);
        assertThat(err.toString()).contains("MISSING_FIELD", "nothing was published");
    }

    @Test
    void saysInOneLineThatThereIsNoSuchFile() {
        assertThat(run("send", directory.resolve("nope.ndjson").toString())).isEqualTo(71);
        assertThat(err.toString())
                .startsWith("podium venue send: there is no file")
                .hasLineCount(1);
    }

    @Test
    void saysInOneLineThatASpeedIsNone() throws IOException {
        assertThat(run("send", file(GOOD), "--speed", "fast")).isEqualTo(64);
        assertThat(err.toString()).contains("--speed", "'fast' is not a speed").hasLineCount(1);
    }

    @Test
    void saysInOneLineThatTheRegistryIsAway() throws IOException {
        String spool = directory.resolve("spool").toString();
        assertThat(run("send", file(GOOD), "--registry", "http://127.0.0.1:1/x", "--spool", spool))
                .isEqualTo(69);
        assertThat(err.toString())
                .contains("The schema registry at http://127.0.0.1:1/x did not answer")
                .hasLineCount(1);
    }

    @Test
    void saysInOneLineThatTheDeskIsNotReplayed() throws IOException {
        assertThat(run("send", file(GOOD), "--venue", "DESK", "--replay")).isEqualTo(64);
        assertThat(err.toString()).contains("Send it without --replay").hasLineCount(1);
    }

    @Test
    void refusesASpoolThatIsTooSmall() throws IOException {
        assertThat(run("send", file(GOOD), "--set", "podium.venue.spool.max-bytes=1MiB"))
                .isEqualTo(78);
        assertThat(err.toString()).contains("podium.venue.spool.max-bytes = 1MiB: has to be 16MiB or more");
    }

    @Test
    void listsItsCommandsAndTheAgent() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("send", "check", "define", "agent");
    }

    @Test
    void hasTheseDefaults() {
        VenueSettings settings = settings(Map.of());
        assertThat(settings.venue().code()).isEmpty();
        assertThat(settings.venue().input()).isEqualTo("-");
        assertThat(settings.venue().stallLimit()).hasSeconds(5);
        assertThat(settings.venue().spool().directory()).isEmpty();
        assertThat(settings.venue().spool().maxBytes()).hasToString("1GiB");
        assertThat(settings.venue().spool().sync()).isEqualTo(Sync.EVERY_RECORD);
        assertThat(VenueRules.broken(settings)).isEmpty();
    }

    @Test
    void theAgentHasToKnowItsVenue() {
        assertThat(VenueRules.brokenForAgent(settings(Map.of())))
                .singleElement()
                .asString()
                .startsWith("podium.venue.code:");
        assertThat(VenueRules.brokenForAgent(settings(Map.of("podium.venue.code", "STA"))))
                .isEqualTo(List.of());
    }

    private static VenueSettings settings(Map<String, String> keys) {
        return Configuration.load(VenueSettings.class, new ConfigurationOptions(null, keys), Map.of())
                .settings();
    }

    private int run(String... args) {
        CommandLine line = VenueMain.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return Program.execute(line, args);
    }

    private String file(String... lines) throws IOException {
        return Files.write(directory.resolve("events.ndjson"), List.of(lines)).toString();
    }
}
