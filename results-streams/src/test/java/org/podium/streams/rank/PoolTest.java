package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Outcome;

class PoolTest {

    private static final Map<String, String> BASKETBALL = Map.of(
            "win", "2",
            "loss", "1",
            "forfeit", "0",
            "tie-break", "direct-points,direct-difference,direct-scored,difference,scored",
            "restart", "yes");

    private static Pool pool(Map<String, String> parameters) {
        return switch (Pool.parse(parameters)) {
            case PoolParse.Parsed(Pool pool) -> pool;
            case PoolParse.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }

    /** "NGR 75 AUS 62" is a match. */
    private static PoolMatch match(String text) {
        String[] parts = text.split(" ", -1);
        long first = Long.parseLong(parts[1]);
        long second = Long.parseLong(parts[3]);
        return new PoolMatch(side(parts[0], first, second, false), side(parts[2], second, first, false));
    }

    private static PoolMatch.Side side(String competitor, long own, long other, boolean forfeited) {
        Outcome outcome = own > other ? Outcome.WON : own < other ? Outcome.LOST : Outcome.TIED;
        return new PoolMatch.Side(
                CompetitorId.parse(competitor), outcome, own * Quantity.ONE, own * Quantity.ONE, forfeited);
    }

    private static List<String> table(Map<String, String> parameters, String... matches) {
        List<PoolMatch> played = new ArrayList<>();
        for (String text : matches) {
            played.add(match(text));
        }
        return lines(pool(parameters), played);
    }

    private static List<String> lines(Pool pool, List<PoolMatch> matches) {
        Set<CompetitorId> competitors = new TreeSet<>();
        matches.forEach(match -> {
            competitors.add(match.first().competitor());
            competitors.add(match.second().competitor());
        });
        return pool.rank(competitors, matches).stream()
                .map(line -> (line.rankEqual() ? "=" : "") + line.rank() + " " + line.competitor())
                .toList();
    }

    /** Paris 2024, women's basketball, group B: three with two wins each (FIBA's published standings). */
    @Example
    void threeTiedAreToldApartByTheMatchesBetweenThem() {
        String[] matches = {
            "NGR 75 AUS 62", "FRA 75 CAN 54", "AUS 70 CAN 65", "FRA 75 NGR 54", "CAN 70 NGR 79", "FRA 72 AUS 79"
        };

        assertThat(table(BASKETBALL, matches)).containsExactly("1 FRA", "2 AUS", "3 NGR", "4 CAN");
    }

    /** Paris 2024, men's basketball, group A: three with one win each behind Canada (FIBA's published standings). */
    @Example
    void threeTiedBehindTheFirstAreToldApartToo() {
        String[] matches = {
            "AUS 92 ESP 80", "GRE 79 CAN 86", "ESP 84 GRE 77", "CAN 93 AUS 83", "AUS 71 GRE 77", "CAN 88 ESP 85"
        };

        assertThat(table(BASKETBALL, matches)).containsExactly("1 CAN", "2 AUS", "3 GRE", "4 ESP");
        assertThat(pool(BASKETBALL)
                        .rank(
                                Set.of(
                                        CompetitorId.parse("AUS"),
                                        CompetitorId.parse("CAN"),
                                        CompetitorId.parse("ESP"),
                                        CompetitorId.parse("GRE")),
                                Arrays.stream(matches).map(PoolTest::match).toList()))
                .extracting(PoolStanding::decidedBy)
                .containsExactly(null, DecidedBy.MARK, DecidedBy.DIRECT_MATCHES, DecidedBy.DIRECT_MATCHES);
    }

    /**
     * Paris 2024, men's football, group B, as published: two with six points, 6:3 goals each, of whom Morocco had won
     * their match; two with three points, of whom one had lost by fewer goals.
     */
    @Example
    void footballComparesGoalsBeforeTheMatchesBetweenThoseTied() {
        Map<String, String> football = Map.of("win", "3", "tie", "1", "tie-break", "difference,scored,direct-points");
        String[] matches = {"ARG 1 MAR 2", "IRQ 2 UKR 1", "ARG 3 IRQ 1", "UKR 2 MAR 1", "UKR 0 ARG 2", "MAR 3 IRQ 0"};

        assertThat(table(football, matches)).containsExactly("1 MAR", "2 ARG", "3 UKR", "4 IRQ");
        assertThat(decidedBy(football, matches))
                .containsExactly(null, DecidedBy.DIRECT_MATCHES, DecidedBy.MARK, DecidedBy.SCORE_DIFFERENCE);
    }

    @Example
    void aPlaceSaysWhichCriterionDecidedIt() {
        String[] oneEach = {"A 3 B 1", "B 4 C 2", "C 3 A 1"};

        assertThat(decidedBy(Map.of("tie-break", "scored"), oneEach))
                .containsExactly(null, DecidedBy.SHARED, DecidedBy.SCORED);
        assertThat(decidedBy(Map.of("tie-break", "ratio"), "A 9 B 1", "B 4 C 2", "C 3 A 1"))
                .containsExactly(null, DecidedBy.SCORE_RATIO, DecidedBy.SCORE_RATIO);
        assertThat(decidedBy(Map.of("win", "1", "tie", "1", "tie-break", "wins"), "A 1 B 1", "B 2 C 0", "A 0 C 0"))
                .containsExactly(null, DecidedBy.WINS, DecidedBy.MARK);
    }

    private static List<DecidedBy> decidedBy(Map<String, String> parameters, String... matches) {
        Set<CompetitorId> competitors = new TreeSet<>();
        List<PoolMatch> played = new ArrayList<>();
        for (String text : matches) {
            PoolMatch match = match(text);
            played.add(match);
            competitors.add(match.first().competitor());
            competitors.add(match.second().competitor());
        }
        return pool(parameters).rank(competitors, played).stream()
                .map(PoolStanding::decidedBy)
                .toList();
    }

    @Example
    void withoutACriterionThoseWithTheSamePointsShare() {
        assertThat(table(Map.of(), "A 2 B 1", "B 2 C 1", "C 2 A 1")).containsExactly("=1 A", "=1 B", "=1 C");
    }

    @Example
    void theMatchBetweenTwoDecidesNothingBetweenThree() {
        Map<String, String> direct = Map.of("tie-break", "direct,difference");
        assertThat(table(direct, "A 2 B 1", "B 2 C 1", "C 9 A 1")).containsExactly("1 C", "2 B", "3 A");
        assertThat(table(direct, "A 2 B 1", "C 9 A 1", "B 5 C 1", "D 0 A 1", "D 0 C 9", "D 0 B 1"))
                .containsExactly("1 C", "2 B", "3 A", "4 D");
    }

    @Example
    void beginningAnewTellsTwoApartWhomTheThirdHasLeft() {
        // A, B and C have six points each; over all, C leads by difference; between A and B, who are level, B has won.
        String[] matches = {"B 1 A 0", "A 3 C 2", "C 4 B 0", "A 1 D 0", "B 4 D 0", "C 1 D 0"};
        Map<String, String> once = Map.of("win", "3", "tie-break", "direct,difference");
        Map<String, String> anew = Map.of("win", "3", "tie-break", "direct,difference", "restart", "yes");

        assertThat(table(once, matches)).containsExactly("1 C", "=2 A", "=2 B", "4 D");
        assertThat(table(anew, matches)).containsExactly("1 C", "2 B", "3 A", "4 D");
    }

    @Example
    void aNarrowWinIsWorthLessWhereTheSportSaysSo() {
        Map<String, String> volleyball = Map.of(
                "win", "3", "narrow-margin", "1", "narrow-win", "2", "narrow-loss", "1", "tie-break", "wins,ratio");

        assertThat(pool(volleyball)
                        .rank(
                                Set.of(CompetitorId.parse("A"), CompetitorId.parse("B"), CompetitorId.parse("C")),
                                List.of(match("A 3 B 2"), match("B 3 C 1"), match("A 0 C 3"))))
                .extracting(line -> line.competitor() + " " + line.tally().points() / Quantity.ONE)
                .containsExactly("B 4", "C 3", "A 2");
    }

    @Example
    void aForfeitIsWorthWhatTheSportSays() {
        PoolMatch forfeited = new PoolMatch(side("A", 20, 0, false), side("B", 0, 20, true));

        assertThat(pool(BASKETBALL).rank(Set.of(CompetitorId.parse("A"), CompetitorId.parse("B")), List.of(forfeited)))
                .extracting(line -> line.tally().points() / Quantity.ONE)
                .containsExactly(2L, 0L);
    }

    @Provide
    Arbitrary<List<PoolMatch>> matches() {
        Arbitrary<String> competitors = Arbitraries.of("A", "B", "C", "D", "E");
        Arbitrary<Integer> scores = Arbitraries.integers().between(0, 3);
        return Combinators.combine(competitors, competitors, scores, scores)
                .filter((first, second, own, other) -> !first.equals(second))
                .as((first, second, own, other) -> match(first + " " + own + " " + second + " " + other))
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> criteria = Arbitraries.of(PoolCriterion.class)
                .map(PoolCriterion::word)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(",", words));
        return Combinators.combine(criteria, Arbitraries.of("yes", "no"))
                .as((tieBreak, restart) -> Map.of("tie-break", tieBreak, "restart", restart));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfMatchesDoesNotMatter(
            @ForAll("matches") List<PoolMatch> matches,
            @ForAll("parameters") Map<String, String> parameters,
            @ForAll long seed) {
        List<PoolMatch> shuffled = new ArrayList<>(matches);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(lines(pool(parameters), shuffled)).isEqualTo(lines(pool(parameters), matches));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void ranksAreStandardCompetitionRanking(
            @ForAll("matches") List<PoolMatch> matches, @ForAll("parameters") Map<String, String> parameters) {
        List<PoolStanding> table = pool(parameters)
                .rank(
                        Stream.of("A", "B", "C", "D", "E")
                                .map(CompetitorId::parse)
                                .toList(),
                        matches);

        for (int i = 0; i < table.size(); i++) {
            int rank = table.get(i).rank();
            assertThat(rank == i + 1 || rank == table.get(i - 1).rank()).isTrue();
            if (i > 0
                    && table.get(i).tally().points() < table.get(i - 1).tally().points()) {
                assertThat(rank).isEqualTo(i + 1);
            }
        }
    }
}
