package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.Outcome;

/**
 * {@code pool}: everybody plays everybody; points for wins and ties make a table. Between those with the same points
 * the sport's criteria decide, one after the other; the direct ones count only the matches between those who are tied.
 * What a criterion leaves tied goes on to the next one, or, with {@code restart=yes}, begins anew among fewer.
 *
 * <p>Not a {@link Rule}: who is tied with whom has to be known before anybody's row of numbers is (ADR 0015). Ranks are
 * a total preorder all the same, since groups of equals are only ever split.
 *
 * <p>Sources, for what the parameters have to be able to say: FIBA Official Basketball Rules, appendix D (2 points for
 * a win, 1 for a loss, 0 for a forfeit; the games between those tied: points, difference, scored; then all games;
 * begins anew among those still tied); FIVB (3:0 and 3:1 give 3 and 0 points, 3:2 gives 2 and 1; matches won, points,
 * ratio of sets, ratio of points); FIE Rules o.20 (fencing pools: victories, indicator, touches scored); Regulations of
 * the Olympic football tournament (3, 1, 0; goal difference, goals, then the matches between those tied). From memory
 * but for their existence.
 */
public final class Pool {

    /** Name of the rule. */
    public static final String NAME = "pool";

    private static final int MOST_POINTS = 100;
    private static final Pattern WORD = Pattern.compile("[a-z-]+");

    /** Whether the criteria begin anew among those whom one of them left tied. */
    enum Restart {
        NO,
        YES
    }

    private final Points points;
    private final List<PoolCriterion> tieBreak;
    private final boolean restarts;

    /** What matches are worth. */
    private record Points(int win, int tie, int loss, int forfeit, int narrowMargin, int narrowWin, int narrowLoss) {

        long of(PoolMatch.Side own, PoolMatch.Side other) {
            boolean narrow = Math.abs(own.scored() - other.scored()) <= narrowMargin * Quantity.ONE
                    && !own.forfeited()
                    && !other.forfeited();
            return Quantity.ONE
                    * switch (own.outcome()) {
                        case WON -> narrow ? narrowWin : win;
                        case TIED -> tie;
                        default -> own.forfeited() ? forfeit : narrow ? narrowLoss : loss;
                    };
        }
    }

    private Pool(Points points, List<PoolCriterion> tieBreak, boolean restarts) {
        this.points = points;
        this.tieBreak = tieBreak;
        this.restarts = restarts;
    }

    /** The pool that parameters describe, or every problem with them together. */
    public static PoolParse parse(Map<String, String> given) {
        Parameters parameters = new Parameters(NAME, given);
        int win = parameters.whole("win", 2, 0, MOST_POINTS);
        int loss = parameters.whole("loss", 0, 0, MOST_POINTS);
        Points points = new Points(
                win,
                parameters.whole("tie", 1, 0, MOST_POINTS),
                loss,
                parameters.whole("forfeit", loss, 0, MOST_POINTS),
                parameters.whole("narrow-margin", -1, 0, MOST_POINTS),
                parameters.whole("narrow-win", win, 0, MOST_POINTS),
                parameters.whole("narrow-loss", loss, 0, MOST_POINTS));
        Pool pool = new Pool(points, criteria(parameters), parameters.choice("restart", Restart.NO) == Restart.YES);
        List<String> problems = parameters.problems();
        return problems.isEmpty() ? new PoolParse.Parsed(pool) : new PoolParse.Invalid(problems);
    }

    private static List<PoolCriterion> criteria(Parameters parameters) {
        List<PoolCriterion> criteria = new ArrayList<>();
        for (String word : parameters.list("tie-break", List.of(), WORD, "criteria such as direct-points")) {
            PoolCriterion criterion = PoolCriterion.of(word);
            if (criterion == null) {
                parameters.problem("parameter 'tie-break' has '%s'; there are %s"
                        .formatted(
                                word,
                                Stream.of(PoolCriterion.values())
                                        .map(PoolCriterion::word)
                                        .collect(Collectors.joining(", "))));
            } else {
                criteria.add(criterion);
            }
        }
        return criteria;
    }

    /** The table, best first; the order of competitors and matches does not matter. */
    public List<PoolStanding> rank(Collection<CompetitorId> competitors, List<PoolMatch> matches) {
        Map<CompetitorId, PoolStanding.Tally> tallies = tallies(new HashSet<>(competitors), matches);
        List<Tied> order = split(
                competitors.stream().sorted().toList(),
                competitor -> tally(tallies, competitor).points(),
                DecidedBy.MARK);
        List<Tied> resolved = new ArrayList<>();
        for (Tied tied : order) {
            resolved.addAll(resolve(tied, 0, tallies, matches));
        }
        return standings(resolved, tallies);
    }

    /**
     * Competitors who are equal so far.
     *
     * @param decidedBy what put them behind those before them
     */
    private record Tied(List<CompetitorId> competitors, DecidedBy decidedBy) {}

    /** The number by which a group of equals is split. */
    private interface Figure {
        long of(CompetitorId competitor);
    }

    private List<Tied> resolve(
            Tied tied, int from, Map<CompetitorId, PoolStanding.Tally> all, List<PoolMatch> matches) {
        List<CompetitorId> competitors = tied.competitors();
        if (competitors.size() == 1) {
            return List.of(tied);
        }
        for (int index = from; index < tieBreak.size(); index++) {
            PoolCriterion criterion = tieBreak.get(index);
            if (criterion == PoolCriterion.DIRECT && competitors.size() > 2) {
                continue;
            }
            Map<CompetitorId, PoolStanding.Tally> tallies =
                    criterion.direct ? tallies(new HashSet<>(competitors), matches) : all;
            List<Tied> parts =
                    split(competitors, competitor -> criterion.of(tally(tallies, competitor)), criterion.decidedBy);
            if (parts.size() > 1) {
                List<Tied> resolved = new ArrayList<>();
                for (int part = 0; part < parts.size(); part++) {
                    Tied next = part == 0 ? new Tied(parts.get(0).competitors(), tied.decidedBy()) : parts.get(part);
                    resolved.addAll(resolve(next, restarts ? 0 : index + 1, all, matches));
                }
                return resolved;
            }
        }
        return List.of(tied);
    }

    private static List<Tied> split(List<CompetitorId> competitors, Figure figure, DecidedBy decidedBy) {
        TreeMap<Long, List<CompetitorId>> parts = new TreeMap<>(Comparator.reverseOrder());
        competitors.forEach(competitor -> parts.computeIfAbsent(figure.of(competitor), none -> new ArrayList<>())
                .add(competitor));
        return parts.values().stream().map(part -> new Tied(part, decidedBy)).toList();
    }

    /** What the matches between these competitors come to. */
    private Map<CompetitorId, PoolStanding.Tally> tallies(Set<CompetitorId> among, List<PoolMatch> matches) {
        Map<CompetitorId, PoolStanding.Tally> tallies = new HashMap<>();
        for (PoolMatch match : matches) {
            if (among.contains(match.first().competitor())
                    && among.contains(match.second().competitor())) {
                add(tallies, match.first(), match.second());
                add(tallies, match.second(), match.first());
            }
        }
        return tallies;
    }

    private void add(Map<CompetitorId, PoolStanding.Tally> tallies, PoolMatch.Side own, PoolMatch.Side other) {
        tallies.merge(
                own.competitor(),
                new PoolStanding.Tally(
                        1,
                        own.outcome() == Outcome.WON ? 1 : 0,
                        own.outcome() == Outcome.TIED ? 1 : 0,
                        own.outcome() == Outcome.LOST ? 1 : 0,
                        points.of(own, other),
                        own.scored(),
                        other.scored(),
                        own.periods(),
                        other.periods()),
                PoolStanding.Tally::plus);
    }

    private static PoolStanding.Tally tally(Map<CompetitorId, PoolStanding.Tally> tallies, CompetitorId competitor) {
        return tallies.getOrDefault(competitor, PoolStanding.Tally.NONE);
    }

    private static List<PoolStanding> standings(List<Tied> order, Map<CompetitorId, PoolStanding.Tally> tallies) {
        List<PoolStanding> standings = new ArrayList<>();
        for (Tied tied : order) {
            int rank = standings.size() + 1;
            for (CompetitorId competitor : tied.competitors()) {
                @Nullable
                DecidedBy decidedBy =
                        standings.isEmpty() ? null : standings.size() + 1 == rank ? tied.decidedBy() : DecidedBy.SHARED;
                standings.add(new PoolStanding(
                        competitor, rank, tied.competitors().size() > 1, tally(tallies, competitor), decidedBy));
            }
        }
        return standings;
    }
}
