package org.podium.streams.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;
import org.podium.streams.rank.Score;
import org.podium.streams.validate.Starter;

class RecordsBeforeTest {

    private static final EventKey EVENT = EventKey.parse("OG2024/ATHM100M--------------");
    private static final RecordBook SPRINT = new RecordBook(
            EVENT,
            MarkKind.TIME,
            Quantity.parse("2"),
            List.of(
                    reference("WR", "9.58"),
                    reference("OR", "9.63"),
                    reference("NR", "9.80", "XAA"),
                    reference("NR", "9.90", "XAB"),
                    best("PB", "9.85", "C1"),
                    best("PB", "9.95", "C2")));

    private final Map<CompetitorId, Starter> starters = new HashMap<>();
    private final List<Performance> performances = new ArrayList<>();

    @Test
    void saysWhichRecordsAMarkBreaksInTheOrderOfTheList() {
        runs("C1", "XAA", "9.57", "1.1", null);

        assertThat(indicators(SPRINT, "race-by-time")).containsEntry("C1", List.of("WR", "OR", "NR", "PB"));
    }

    @Test
    void anEqualMarkEqualsARecordAsMarksAreShown() {
        // Both are shown as 9.58.
        runs("C1", "XAC", "9.578", "0", null);

        assertThat(indicators(SPRINT, "race-by-time")).containsEntry("C1", List.of("=WR", "OR", "PB"));
    }

    @Test
    void onlyTheBestOfAUnitBreaksARecordThatIsForSeveral() {
        runs("C1", "XAA", "9.60", "0.3", null);
        runs("C2", "XAB", "9.61", "0.3", null);
        runs("C3", "XAB", "9.62", "0.3", null);

        assertThat(indicators(SPRINT, "race-by-time"))
                .containsEntry("C1", List.of("OR", "NR", "PB"))
                .containsEntry("C2", List.of("NR", "PB"))
                .doesNotContainKey("C3");
    }

    @Test
    void thoseWhoShareTheBestShareTheRecord() {
        runs("C3", "XAC", "9.60", "0.3", null);
        runs("C4", "XAC", "9.60", "0.3", null);

        assertThat(indicators(SPRINT, "race-by-time"))
                .containsEntry("C3", List.of("OR"))
                .containsEntry("C4", List.of("OR"));
    }

    @Test
    void aSecondRecordIsMeasuredAgainstTheFirst() {
        List<Claim> heat = List.of(claim("C1", "XAA", "9.57"));
        runs("C3", "XAC", "9.58", "0", null);
        runs("C1", "XAA", "9.57", "0", null);

        // 9.58 was the world record before the heat and is none any more; who ran 9.57 there equals the own best.
        assertThat(indicators(SPRINT, "race-by-time", heat))
                .containsExactly(Map.entry("C1", List.of("=WR", "=OR", "=NR", "=PB")));
    }

    @Test
    void tooMuchWindOrNoReadingMakesNoRecord() {
        runs("C1", "XAA", "9.50", "2.1", null);
        runs("C2", "XAB", "9.51", null, null);
        assertThat(indicators(SPRINT, "race-by-time")).isEmpty();

        performances.clear();
        runs("C1", "XAA", "9.50", "2.0", null);
        assertThat(indicators(SPRINT, "race-by-time")).containsKey("C1");
    }

    @Test
    void windDoesNotMatterWhereTheListSaysNothingOfIt() {
        RecordBook indoors = new RecordBook(EVENT, MarkKind.TIME, null, SPRINT.references());
        runs("C1", "XAA", "9.57", null, null);

        assertThat(indicators(indoors, "race-by-time")).containsKey("C1");
    }

    /** The long jump is won with a wind-aided one; the record is another attempt. */
    @Test
    void theBestAttemptWithLittleWindCounts() {
        RecordBook jump =
                new RecordBook(EVENT, MarkKind.DISTANCE, Quantity.parse("2"), List.of(reference("WR", "8.95")));
        starter("C1", "XAA");
        performances.add(new Performance(
                new CompetitorId("C1"),
                1,
                null,
                List.of(
                        score(MarkKind.DISTANCE, 1, "8.96", "1.9"),
                        score(MarkKind.DISTANCE, 2, "9.10", "2.4"),
                        score(MarkKind.DISTANCE, 3, "8.90", "0.0")),
                null,
                Map.of()));

        assertThat(indicators(jump, "best-attempt")).containsEntry("C1", List.of("WR"));
    }

    @Test
    void anIrmTakesTheRecordAndTheNextBestHasIt() {
        runs("C1", "XAA", "9.50", "0", Irm.DQ);
        runs("C2", "XAB", "9.61", "0", null);

        assertThat(indicators(SPRINT, "race-by-time")).containsExactly(Map.entry("C2", List.of("OR", "NR", "PB")));
    }

    @Test
    void marksOfAnotherKindAreNotCompared() {
        RecordBook points = new RecordBook(EVENT, MarkKind.POINTS, null, List.of(reference("WR", "9")));
        runs("C1", "XAA", "9.50", "0", null);

        assertThat(indicators(points, "race-by-time")).isEmpty();
    }

    private void runs(
            String competitor, String organisation, String seconds, @Nullable String wind, @Nullable Irm irm) {
        starter(competitor, organisation);
        performances.add(new Performance(
                new CompetitorId(competitor),
                null,
                null,
                List.of(score(MarkKind.TIME, 0, seconds, wind)),
                irm,
                Map.of()));
    }

    private void starter(String competitor, String organisation) {
        CompetitorId id = new CompetitorId(competitor);
        starters.put(
                id,
                new Starter(
                        id,
                        competitor,
                        new OrganisationCode(organisation),
                        CompetitorType.PERSON,
                        null,
                        null,
                        null,
                        List.of()));
    }

    private static Score score(MarkKind kind, int attempt, String value, @Nullable String wind) {
        return new Score(
                kind,
                "",
                attempt,
                Outcome.VALID,
                Quantity.parse(value),
                wind == null ? Map.of() : Map.of("WIND", Quantity.parse(wind)));
    }

    private Map<String, List<String>> indicators(RecordBook book, String rule) {
        return indicators(book, rule, List.of());
    }

    private Map<String, List<String>> indicators(RecordBook book, String rule, List<Claim> earlier) {
        Rule ranking = ((RuleParse.Parsed) Rules.parse(rule, Map.of())).rule();
        RecordsBefore before = new RecordsBefore(book, earlier);
        Map<String, List<String>> byCompetitor = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (RankedLine line : ranking.rank(performances)) {
            Claim claim = before.claim(line, Objects.requireNonNull(starters.get(line.competitor())));
            if (claim != null) {
                claims.add(claim);
            }
        }
        before.indicators(claims).forEach((competitor, types) -> byCompetitor.put(competitor.value(), types));
        return byCompetitor;
    }

    private static Claim claim(String competitor, String organisation, String mark) {
        return new Claim(new CompetitorId(competitor), new OrganisationCode(organisation), Quantity.parse(mark));
    }

    private static RecordBook.Reference reference(String type, String mark, String... organisations) {
        Set<OrganisationCode> codes =
                Set.of(Arrays.stream(organisations).map(OrganisationCode::new).toArray(OrganisationCode[]::new));
        return new RecordBook.Reference(type, Quantity.parse(mark), codes, null);
    }

    private static RecordBook.Reference best(String type, String mark, String competitor) {
        return new RecordBook.Reference(type, Quantity.parse(mark), Set.of(), new CompetitorId(competitor));
    }
}
