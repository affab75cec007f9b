package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Irm;

/**
 * What holds for every rule, on units full of ties: marks are drawn from few values, and some competitors have none, an
 * IRM, or no start order.
 */
class RankingPropertiesTest {

    @Property
    void givesTheSameRankingInWhateverOrderPerformancesArrive(@ForAll("units") RandomUnit unit, @ForAll Random random) {
        List<Performance> shuffled = new ArrayList<>(unit.performances());
        Collections.shuffle(shuffled, random);
        assertThat(unit.rule().rank(shuffled)).isEqualTo(unit.ranked());
    }

    @Property
    void listsEveryoneOnceInAnUnbrokenSortOrder(@ForAll("units") RandomUnit unit) {
        List<RankedLine> lines = unit.ranked();
        assertThat(lines)
                .extracting(RankedLine::competitor)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(unit.performances());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).sortOrder()).isEqualTo(i + 1);
        }
    }

    @Property
    void ranksAsStandardCompetitionRankingDoes(@ForAll("units") RandomUnit unit) {
        List<RankedLine> lines = unit.ranked();
        for (RankedLine line : lines) {
            if (line.rank() != null) {
                int rank = line.rank();
                long sharing =
                        lines.stream().filter(other -> sameRank(other, rank)).count();
                assertThat(lines.get(rank - 1).rank())
                        .as("the first of those who share")
                        .isEqualTo(rank);
                assertThat(line.sortOrder()).isBetween(rank, rank + (int) sharing - 1);
                assertThat(line.rankEqual()).isEqualTo(sharing > 1);
            } else {
                assertThat(line.rankEqual()).isFalse();
                assertThat(lines.subList(line.sortOrder() - 1, lines.size()))
                        .as("nobody is ranked below one who is not")
                        .allMatch(below -> below.rank() == null);
            }
        }
    }

    private static boolean sameRank(RankedLine line, int rank) {
        return line.rank() != null && line.rank() == rank;
    }

    @Property
    void saysWhatDecidedEachRankAndThatItIsSharedExactlyWhereItIs(@ForAll("units") RandomUnit unit) {
        List<RankedLine> lines = unit.ranked();
        for (int i = 1; i < lines.size(); i++) {
            RankedLine line = lines.get(i);
            if (line.rank() != null) {
                boolean shared = line.rank().equals(lines.get(i - 1).rank());
                assertThat(line.decidedBy()).isNotNull();
                assertThat(line.decidedBy() == DecidedBy.SHARED).isEqualTo(shared);
            }
        }
        if (!lines.isEmpty()) {
            assertThat(lines.getFirst().decidedBy()).isNull();
        }
    }

    /** The order of any two does not depend on the others: so it is transitive, and ties are too. */
    @Property
    void comparesTwoCompetitorsAlikeWithAndWithoutTheOthers(
            @ForAll("unitsOfRulesThatLookAtOneAtATime") RandomUnit unit,
            @ForAll @IntRange(max = 11) int first,
            @ForAll @IntRange(max = 11) int second) {
        Performance a = unit.performance(first);
        Performance b = unit.performance(second);
        Assume.that(!a.equals(b));
        List<RankedLine> alone = unit.rule().rank(List.of(a, b));
        Map<CompetitorId, RankedLine> together = byCompetitor(unit.ranked());
        RankedLine upper = line(together, alone.getFirst().competitor());
        RankedLine lower = line(together, alone.getLast().competitor());
        assertThat(upper.sortOrder()).isLessThan(lower.sortOrder());
        assertThat(upper.rank() == null ? null : upper.rank().equals(lower.rank()))
                .isEqualTo(
                        alone.getFirst().rank() == null
                                ? null
                                : alone.getFirst().rank().equals(alone.getLast().rank()));
    }

    @Property
    void neverImprovesWhoIsGivenAnIrmNorWorsensAnyoneElse(
            @ForAll("units") RandomUnit unit, @ForAll @IntRange(max = 11) int index, @ForAll("irms") Irm irm) {
        Performance bearer = unit.performance(index);
        Assume.that(bearer.irm() == null);
        List<Performance> after = new ArrayList<>(unit.performances());
        after.set(after.indexOf(bearer), RandomUnit.withIrm(bearer, irm));

        Map<CompetitorId, RankedLine> before = byCompetitor(unit.ranked());
        List<RankedLine> ranked = unit.rule().rank(after);
        for (RankedLine line : ranked) {
            RankedLine old = line(before, line.competitor());
            if (line.competitor().equals(bearer.competitor())) {
                if (old.rank() == null) {
                    assertThat(ranked)
                            .as("who had no rank gets one only behind all who bear no IRM")
                            .noneMatch(other -> other.irm() == null && rankOrLast(other) > rankOrLast(line));
                } else {
                    assertThat(rankOrLast(line)).isGreaterThanOrEqualTo(old.rank());
                }
                assertThat(line.sortOrder()).isGreaterThanOrEqualTo(old.sortOrder());
            } else {
                assertThat(rankOrLast(line)).isLessThanOrEqualTo(rankOrLast(old));
                assertThat(line.sortOrder()).isLessThanOrEqualTo(old.sortOrder());
            }
        }
    }

    @Property
    void givesTheOriginalBackWhenAnIrmIsTakenBack(@ForAll("units") RandomUnit unit) {
        List<Performance> cleared = unit.performances().stream()
                .map(performance -> RandomUnit.withIrm(performance, null))
                .toList();
        List<Performance> given = cleared.stream()
                .map(performance -> RandomUnit.withIrm(performance, Irm.DSQ))
                .toList();
        List<RankedLine> original = unit.rule().rank(cleared);
        assertThat(unit.rule().rank(given)).noneMatch(line -> line.rank() != null);
        assertThat(unit.rule()
                        .rank(given.stream()
                                .map(performance -> RandomUnit.withIrm(performance, null))
                                .toList()))
                .isEqualTo(original);
    }

    /**
     * Whatever changed since: IRMs, who takes part, the order in which they are given, or the whole unit and its rule.
     */
    @Property
    void ranksWithAMemoryAsWithoutOne(
            @ForAll("units") RandomUnit unit, @ForAll("units") RandomUnit other, @ForAll Random random) {
        RankMemory memory = new RankMemory();
        List<Performance> now = new ArrayList<>(unit.performances());
        for (int change = 0; change < 8; change++) {
            assertThat(unit.rule().rank(List.copyOf(now), memory))
                    .isEqualTo(unit.rule().rank(now));
            int index = random.nextInt(unit.performances().size());
            switch (random.nextInt(5)) {
                case 0 -> now = new ArrayList<>(unit.performances());
                case 1 -> now.removeIf(performance -> random.nextInt(4) == 0);
                case 2 -> Collections.shuffle(now, random);
                case 3 ->
                    assertThat(other.rule().rank(other.performances(), memory)).isEqualTo(other.ranked());
                default ->
                    now.replaceAll(performance -> performance.equals(unit.performance(index))
                            ? RandomUnit.withIrm(performance, random.nextBoolean() ? Irm.DNF : null)
                            : performance);
            }
        }
    }

    @Property
    void takesEveryScoreThatItRanks(@ForAll("units") RandomUnit unit) {
        Set<String> refused = new HashSet<>();
        for (Performance performance : unit.performances()) {
            for (Score score : performance.scores()) {
                unit.rule().refuses(score).ifPresent(refusal -> refused.add(refusal.sentence()));
            }
        }
        assertThat(refused).isEmpty();
    }

    @Provide
    Arbitrary<RandomUnit> units() {
        return Arbitraries.of(RandomUnit.Kind.values()).flatMap(RandomUnit::of);
    }

    @Provide
    Arbitrary<RandomUnit> unitsOfRulesThatLookAtOneAtATime() {
        Set<RandomUnit.Kind> lookingAtAll =
                EnumSet.of(RandomUnit.Kind.SERIES, RandomUnit.Kind.MATCH, RandomUnit.Kind.HEAT);
        return units().filter(unit -> !lookingAtAll.contains(unit.kind()));
    }

    @Provide
    Arbitrary<Irm> irms() {
        return Arbitraries.of(Irm.class).filter(irm -> irm != Irm.UNKNOWN);
    }

    private static int rankOrLast(RankedLine line) {
        return line.rank() == null ? Integer.MAX_VALUE : line.rank();
    }

    private static Map<CompetitorId, RankedLine> byCompetitor(List<RankedLine> lines) {
        return lines.stream().collect(Collectors.toMap(RankedLine::competitor, Function.identity()));
    }

    private static RankedLine line(Map<CompetitorId, RankedLine> lines, CompetitorId competitor) {
        @Nullable RankedLine line = lines.get(competitor);
        if (line == null) {
            throw new AssertionError(competitor + " has no line");
        }
        return line;
    }
}
