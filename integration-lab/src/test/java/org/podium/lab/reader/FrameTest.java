package org.podium.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final String LINES = """
            [{"rank": 1, "competitor": "A1", "name": "AMA", "organisation": "GHA", "text": "9.98"},
             {"competitor": "B2", "name": "BEA", "organisation": "KEN", "irm": "DNS", "text": ""}]""";

    @Test
    void countsAnUpdateByUnitVersionAndSequence() {
        Sighting seen = sighting(event("update", unit("LIVE", """
            {"kind": "MARK", "sequence": 7}""")));

        assertThat(seen.unit()).hasToString("OG2024/ATHM100M--------------FNL-000100--");
        assertThat(seen.version()).isEqualTo(3);
        assertThat(seen.sequences()).containsExactly(7L);
        assertThat(seen.official()).isFalse();
        assertThat(seen.snapshot()).isFalse();
        assertThat(seen.lines()).isEmpty();
    }

    @Test
    void readsWhatElseAVersionIsTheFirstToShow() {
        Sighting seen = sighting(event("update", unit("LIVE", """
            {"kind": "MARK", "sequence": 7, "earlier": [{"kind": "MARK", "competitor": "A1", "source": "T1", "sequence": 5},
             {"kind": "IRM", "source": "T1", "sequence": 6}]}""")));

        assertThat(seen.sequences()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void readsTheLinesOfAnOfficialResult() {
        Sighting seen = sighting(event("snapshot", unit("OFFICIAL", "{}")));

        assertThat(seen.official()).isTrue();
        assertThat(seen.snapshot()).isTrue();
        assertThat(seen.sequences()).isEmpty();
        assertThat(seen.lines())
                .extracting(line -> line.competitor().toString())
                .containsExactly("A1", "B2");
        assertThat(seen.lines()).extracting(SeenLine::rank).containsExactly(1, null);
    }

    @Test
    void anEventAboutAnotherUnitIsNotBehindTheVersion() {
        Sighting seen = sighting(event("update", unit("LIVE", """
            {"kind": "PROGRESSION", "unit": "ATHM100M--------------SFNL000100--", "sequence": 7}""")));

        assertThat(seen.sequences()).isEmpty();
    }

    @Test
    void framesThatAreAboutNoUnitHaveNone() {
        assertThat(Frame.of(event("hello", "{\"heartbeatMillis\": 1000, \"position\": \"p\"}")))
                .isEqualTo(new Frame(null, null, 1_000L, null));
        assertThat(Frame.of(event("snapshot", "{\"part\": \"complete\"}")))
                .isEqualTo(new Frame("complete", null, null, null));
        assertThat(Frame.of(event("update", "{\"part\": \"event\", \"event\": {\"version\": 1}}")))
                .isEqualTo(new Frame("event", null, null, null));
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        Frame frame = Frame.of(event("update", """
                {"unit": {"lines": [{"version": 9}], "change": {"sequence": 7}, "status": "LIVE", "version": 3,
                          "unit": "ATHM100M--------------FNL-000100--", "competition": "OG2024"},
                 "part": "unit"}"""));

        assertThat(frame.part()).isEqualTo("unit");
        assertThat(Objects.requireNonNull(frame.unit()).version()).isEqualTo(3);
        assertThat(frame.unit().sequences()).containsExactly(7L);
    }

    @Test
    void whatFollowsTheHeadIsLeftUnread() {
        Frame frame = Frame.of(event("update", """
                {"part": "unit", "unit": {"competition": "OG2024", "unit": "ATHM100M--------------FNL-000100--",
                 "version": 3, "status": "LIVE", "change": {"sequence": 7}, "lines": [{"""));

        assertThat(Objects.requireNonNull(frame.unit()).version()).isEqualTo(3);
    }

    @Test
    void whatIsNoFrameIsShown() {
        assertThatThrownBy(() -> Frame.of(event("update", "{\"part\": \"un")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Not a frame: {\"part\": \"un");
        assertThatThrownBy(() -> Frame.of(event("update", "[]"))).hasMessage("Not a frame: []");
        assertThatThrownBy(() -> Frame.of(event("update", "{\"part\": \"unit\", \"unit\": {\"version\": 3}}")))
                .hasMessageStartingWith("Not a frame: ");
    }

    private static Sighting sighting(SseEvent event) {
        Frame frame = Frame.of(event);
        assertThat(frame.part()).isEqualTo("unit");
        return Sighting.of(Objects.requireNonNull(frame.unit()), event, NOW);
    }

    private static SseEvent event(String name, String text) {
        return new SseEvent(name, text, "", NOW);
    }

    private static String unit(String status, String change) {
        return """
                {"part": "unit", "unit": {"competition": "OG2024", "unit": "ATHM100M--------------FNL-000100--",
                 "version": 3, "status": "%s", "change": %s, "lines": %s}}""".formatted(status, change, LINES);
    }
}
