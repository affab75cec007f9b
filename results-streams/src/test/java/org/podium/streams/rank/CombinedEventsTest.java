package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.rank.Board.score;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;

class CombinedEventsTest {

    private static final Map<String, MarkKind> FIELD = Map.of(
            "LJ", MarkKind.DISTANCE,
            "SP", MarkKind.DISTANCE,
            "DT", MarkKind.DISTANCE,
            "JT", MarkKind.DISTANCE,
            "HJ", MarkKind.HEIGHT,
            "PV", MarkKind.HEIGHT);

    private static Score mark(String event, String value) {
        return score(FIELD.getOrDefault(event, MarkKind.TIME), event, 0, value);
    }

    /** The world records of Kevin Mayer (Talence 2018, 9126) and Ashton Eaton (Beijing 2015, 9045). */
    @Test
    void totalsTwoDecathlons() {
        assertThat(Board.of("combined-events", "gap=first")
                        .row(
                                "EATON",
                                mark("100M", "10.23"),
                                mark("LJ", "7.88"),
                                mark("SP", "14.52"),
                                mark("HJ", "2.01"),
                                mark("400M", "45.00"),
                                mark("110MH", "13.69"),
                                mark("DT", "43.34"),
                                mark("PV", "5.20"),
                                mark("JT", "63.63"),
                                mark("1500M", "4:17.52"))
                        .row(
                                "MAYER",
                                mark("100M", "10.55"),
                                mark("LJ", "7.80"),
                                mark("SP", "16.00"),
                                mark("HJ", "2.05"),
                                mark("400M", "48.42"),
                                mark("110MH", "13.75"),
                                mark("DT", "50.54"),
                                mark("PV", "5.45"),
                                mark("JT", "71.90"),
                                mark("1500M", "4:36.11"))
                        .lines())
                .containsExactly("1 MAYER 9126", "2 EATON 9045 -81 MARK");
    }

    /** The world record of Jackie Joyner-Kersee (Seoul 1988, 7291). */
    @Test
    void totalsAHeptathlon() {
        assertThat(Board.of("combined-events", "table=heptathlon")
                        .row(
                                "JOYNER-KERSEE",
                                mark("100MH", "12.69"),
                                mark("HJ", "1.86"),
                                mark("SP", "15.80"),
                                mark("200M", "22.56"),
                                mark("LJ", "7.27"),
                                mark("JT", "45.66"),
                                mark("800M", "2:08.51"))
                        .lines())
                .containsExactly("1 JOYNER-KERSEE 7291");
    }

    /** Single events of the three records above. */
    @ParameterizedTest
    @CsvSource({
        "DECATHLON, 100M, 10.55, 963",
        "DECATHLON, LJ, 7.80, 1010",
        "DECATHLON, SP, 16.00, 851",
        "DECATHLON, HJ, 2.05, 850",
        "DECATHLON, 400M, 45.00, 1060",
        "DECATHLON, 110MH, 13.75, 1007",
        "DECATHLON, DT, 50.54, 882",
        "DECATHLON, PV, 5.45, 1051",
        "DECATHLON, JT, 71.90, 918",
        "DECATHLON, 1500M, 276.11, 705",
        "DECATHLON, 100M, 18.00, 0",
        "HEPTATHLON, 200M, 22.56, 1123",
        "HEPTATHLON, 800M, 128.51, 987",
        "HEPTATHLON, 100MH, 12.69, 1172",
    })
    void givesThePointsOfTheTable(PointsTable table, String event, String mark, long points) {
        PointsTable.Formula formula = Objects.requireNonNull(table.of(event), event);
        assertThat(formula.points(Quantity.parse(mark))).isEqualTo(points);
    }

    @Test
    void ranksByWhatIsThereSoFar() {
        assertThat(Board.of("combined-events")
                        .row("A", mark("100M", "10.55"))
                        .row("B", score(MarkKind.POINTS, "100M", 0, "900"), mark("LJ", "7.80"))
                        .row("C")
                        .lines())
                .containsExactly("1 B 1910", "2 A 963 MARK", "- C");
    }

    @Test
    void refusesAnEventThatIsNotOfTheTable() {
        Rule rule = Board.rule("combined-events");
        assertThat(rule.refuses(mark("100M", "10.55"))).isEmpty();
        assertThat(rule.refuses(mark("200M", "20.55"))).isPresent();
        assertThat(rule.refuses(mark("LJ", "78.00"))).isPresent();
        assertThat(rule.refuses(score(MarkKind.DISTANCE, "100M", 0, "10.55"))).isPresent();
    }

    /** Paris 2024, decathlon, the first two: the totals alone. */
    @Test
    void takesATotalOfWhichTheEventsAreNotKnown() {
        assertThat(Board.of("combined-events")
                        .row("NEUGEBAUER", score(MarkKind.POINTS, "8748"))
                        .row("ROOTH", score(MarkKind.POINTS, "8796"))
                        .lines())
                .containsExactly("1 ROOTH 8796", "2 NEUGEBAUER 8748 MARK");
    }
}
