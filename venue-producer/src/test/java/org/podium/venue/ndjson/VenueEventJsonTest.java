package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.model.wire.Component;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.VenueEvent;

class VenueEventJsonTest {

    static List<BadLine> badLines() {
        return BadLine.all();
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void refusesABadLineWithItsNumberAndReason(BadLine bad) {
        List<Problem> problems = problems(VenueEventJson.parse(7, bad.line()));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(bad.reason());
            assertThat(problem.field()).isEqualTo(bad.field());
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.column()).isBetween(1, bad.line().length() + 1);
            assertThat(problem.sentence()).isNotBlank();
        });
    }

    @Test
    void theBadLinesHaveEveryReasonThatALineOfTextCanHave() {
        Set<Reason> seen = BadLine.all().stream().map(BadLine::reason).collect(Collectors.toSet());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Reason.NOT_UTF8, Reason.LINE_TOO_LONG)));
    }

    @Test
    void readsAMark() {
        VenueEvent event = event(BadLine.MARK);

        assertThat(event.getCompetition()).isEqualTo("OG2024");
        assertThat(event.getFeed()).isEqualTo(FeedFlag.PRODUCTION);
        assertThat(event.getVenue()).isEqualTo("STA");
        assertThat(event.getSource()).isEqualTo("TIMING-1");
        assertThat(event.getUnit()).isEqualTo("ATHM100M--------------FNL-000100--");
        assertThat(event.getSequence()).isEqualTo(3);
        assertThat(event.getVenueTime()).isEqualTo(Instant.parse("2024-08-04T19:55:00.123456Z"));
        assertThat(event.getKind()).isEqualTo(EventKind.MARK);
        assertThat(event.getMark().getCompetitor()).isEqualTo("1925539");
        assertThat(event.getMark().getKind()).isEqualTo(MarkKind.TIME);
        assertThat(event.getMark().getPoint()).isEmpty();
        assertThat(event.getMark().getAttempt()).isZero();
        assertThat(event.getMark().getOutcome()).isEqualTo(Outcome.VALID);
        assertThat(event.getMark().getValue()).isEqualTo(9_784_000);
        assertThat(event.getMark().getComponents()).containsExactly(new Component("RT", 178_000L));
    }

    @Test
    void readsAClockTimeAndAnOffsetFromUtc() {
        VenueEvent event =
                event(BadLine.MARK.replace("9.784", "1:28.03").replace("19:55:00.123456Z", "21:55:00.123456+02:00"));

        assertThat(event.getMark().getValue()).isEqualTo(88_030_000);
        assertThat(event.getVenueTime()).isEqualTo(Instant.parse("2024-08-04T19:55:00.123456Z"));
    }

    @Test
    void tellsAnIrmTakenBackFromOneThatWasForgotten() {
        String given =
                BadLine.HEAD + ",\"kind\":\"IRM\",\"irm\":{\"competitor\":\"A1\",\"irm\":\"DQ\",\"point\":\"R3\"}}";

        assertThat(event(given).getIrm().getIrm()).isEqualTo(Irm.DQ);
        assertThat(event(given.replace("\"DQ\"", "null")).getIrm().getIrm()).isNull();
        assertThat(problems(VenueEventJson.parse(1, given.replace("\"irm\":\"DQ\",", ""))))
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .contains("null to take it back");
    }

    @Test
    void saysAllThatIsWrongWithALineInItsOrder() {
        String line = BadLine.MARK
                .replace("\"STA\"", "\"st\"")
                .replace("\"sequence\":3", "\"sequence\":\"3\"")
                .replace("\"9.784\"", "9.784");

        assertThat(problems(VenueEventJson.parse(1, line)))
                .extracting(Problem::field)
                .containsExactly("venue", "sequence", "mark.value");
    }

    @Test
    void pointsAtTheValueThatIsWrong() {
        String line = BadLine.MARK.replace("\"9.784\"", "9.784");

        Problem problem = problems(VenueEventJson.parse(12, line)).getFirst();

        assertThat(problem.column()).isEqualTo(line.indexOf("9.784") + 1);
        assertThat(problem)
                .hasToString(
                        "line 12, column %d, mark.value: WRONG_TYPE: this is the number 9.784; it has to be a text in quotes: \"9.784\""
                                .formatted(problem.column()));
    }

    @Test
    void tellsHowAMisspelledFieldIsSpelled() {
        String line = BadLine.STARTERS.replace("\"bib\"", "\"START_ORDER\":2,\"bib\"");

        assertThat(problems(VenueEventJson.parse(1, line)))
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .endsWith("write it \"startOrder\"");
    }

    @Test
    void tellsOfTypographicQuotes() {
        String line = BadLine.MARK.replace("\"STA\"", "\u201cSTA\u201d");

        assertThat(problems(VenueEventJson.parse(1, line)))
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .contains("straight ones");
    }

    @Test
    void doesNotRepeatALongMistakeInFull() {
        String line = BadLine.MARK.replace("\"1925539\"", "\"" + "A".repeat(100_000) + "\"");

        assertThat(problems(VenueEventJson.parse(1, line)))
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .hasSizeLessThan(300);
    }

    @Test
    void printsFieldsInTheirOrderAndLeavesDefaultsOut() {
        String line = BadLine.STARTERS.replace("\"venue\"", "\"feed\":\"TEST\",\"venue\"");

        assertThat(VenueEventJson.print(event(line))).isEqualTo(line);
    }

    private static VenueEvent event(String line) {
        return switch (VenueEventJson.parse(1, line)) {
            case EventLine.Valid valid -> valid.event();
            case EventLine.Refused refused -> throw new AssertionError(refused);
        };
    }

    static List<Problem> problems(EventLine line) {
        return switch (line) {
            case EventLine.Valid valid -> throw new AssertionError(valid);
            case EventLine.Refused refused -> refused.problems();
        };
    }
}
