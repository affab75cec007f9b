package org.podium.streams.rank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code boulder-lead}: sport climbing; the points of four boulders and of the lead route are added up.
 *
 * <p>Takes {@code POINTS} at boulders {@code B1} to {@code B4}, by their components {@code ZONE} (1 low zone, 2 high
 * zone, 3 top) and {@code FALLS} (attempts that failed before), and at the route {@code L}, by {@code HOLD} (holds
 * reached) and {@code PLUS} (1 when the next one was used); or by their value where those are not known. {@code POINTS}
 * without a point are a total whose parts are not known. {@code PLACE} without a point is the rank of the round before,
 * which decides between equals.
 *
 * <p>A boulder is worth {@code low-zone} 5, {@code high-zone} 10 or {@code top} 25, less 0.1 for each fall, never below
 * 0. Of the route's {@code holds}, the last 40 count: ten of 1 point, ten of 2, ten of 3 and ten of 4 up to 100; a plus
 * is worth 0.1.
 *
 * <p>Source: the results of Paris 2024, from which these values were read back (every lead score of four rounds is a
 * sum of them). The IFSC rules were not at hand; the tie by the round before is from memory.
 */
final class BoulderLead implements Rule, Ranking.Measure {

    static final String NAME = "boulder-lead";

    private static final Pattern BOULDER = Pattern.compile("B[1-4]");
    private static final String ROUTE = "L";
    private static final long TENTH = Quantity.ONE / 10;

    /** Holds that have the same worth in a row; the worth goes from 4 points at the top down to 1. */
    private static final int ROW = 10;

    private static final int BEST_ROW = 4;
    private static final int TOP = 3;

    private final long[] zones;
    private final int holds;
    private final Plausible plausible;
    private final Ranking ranking;

    private BoulderLead(long[] zones, int holds, Plausible plausible, Ranking ranking) {
        this.zones = zones;
        this.holds = holds;
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        long[] zones = {
            0,
            parameters.whole("low-zone", 5, 1, 25),
            parameters.whole("high-zone", 10, 1, 25),
            parameters.whole("top", 25, 1, 100)
        };
        if (zones[1] > zones[2] || zones[2] > zones[TOP]) {
            parameters.problem(
                    "low-zone %d, high-zone %d and top %d have to ascend".formatted(zones[1], zones[2], zones[TOP]));
        }
        return new BoulderLead(
                zones,
                parameters.whole("holds", 40, 1, 99),
                Plausible.read(parameters),
                Ranking.read(
                        parameters, MarkKind.POINTS, MarkText.decimal(parameters.whole("shown-decimals", 1, 0, 6))));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long total = 0;
        boolean climbed = false;
        OptionalLong given = OptionalLong.empty();
        long before = Standing.NONE;
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (score.outcome() != Outcome.VALID) {
                continue;
            }
            if (score.kind() == MarkKind.PLACE && value != null) {
                before = value.millionths();
            } else if (score.kind() == MarkKind.POINTS && isTotal(score)) {
                given = value == null ? given : OptionalLong.of(value.millionths());
            } else if (score.kind() == MarkKind.POINTS) {
                OptionalLong worth = worth(score);
                total += worth.orElse(0);
                climbed |= worth.isPresent();
            }
        }
        if (!climbed && given.isEmpty()) {
            return Standing.pending(performance);
        }
        long points = given.orElse(total);
        return Standing.ranked(performance, new Quantity(points), -points, before);
    }

    private static boolean isTotal(Score score) {
        return score.point().isEmpty() && score.attempt() == 0;
    }

    /** Millionths of a point of a boulder or of the route; empty while not known. */
    private OptionalLong worth(Score score) {
        OptionalLong made = score.point().equals(ROUTE) ? route(score.components()) : boulder(score.components());
        Quantity value = score.value();
        return made.isPresent() || value == null ? made : OptionalLong.of(value.millionths());
    }

    private OptionalLong boulder(Map<String, Quantity> components) {
        Quantity zone = components.get("ZONE");
        if (zone == null) {
            return OptionalLong.empty();
        }
        Quantity falls = components.getOrDefault("FALLS", Quantity.ZERO);
        int reached = Math.clamp(zone.millionths() / Quantity.ONE, 0, TOP);
        return OptionalLong.of(Math.max(0, zones[reached] * Quantity.ONE - falls.millionths() / Quantity.ONE * TENTH));
    }

    private OptionalLong route(Map<String, Quantity> components) {
        Quantity reached = components.get("HOLD");
        if (reached == null) {
            return OptionalLong.empty();
        }
        long points = 0;
        long hold = Math.clamp(reached.millionths() / Quantity.ONE, 0, holds);
        for (int below = 0; below < BEST_ROW * ROW; below++) {
            int counted = holds - below;
            points += counted >= 1 && counted <= hold ? BEST_ROW - below / ROW : 0;
        }
        Quantity plus = components.getOrDefault("PLUS", Quantity.ZERO);
        return OptionalLong.of(points * Quantity.ONE + plus.millionths() / Quantity.ONE * TENTH);
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return index == 0 ? DecidedBy.MARK : DecidedBy.BEST_PLACES;
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        if (score.kind() == MarkKind.PLACE && score.point().isEmpty()) {
            return Plausible.refusesUnlessCounted(score);
        }
        if (score.kind() == MarkKind.POINTS && isTotal(score)) {
            return Plausible.refusesMissing(score)
                    .or(() -> Plausible.refusesNegative(score))
                    .or(() -> plausible.refusesFinal(score));
        }
        boolean climb =
                score.point().equals(ROUTE) || BOULDER.matcher(score.point()).matches();
        if (score.kind() != MarkKind.POINTS || !climb || score.attempt() != 0) {
            return Plausible.wrongKind(
                    score, NAME, "POINTS at B1 to B4 and L, and PLACE of the round before without a point");
        }
        OptionalLong worth = worth(score);
        Quantity value = score.value();
        if (value != null && worth.isPresent() && worth.getAsLong() != value.millionths()) {
            return Plausible.implausible(score, "not what its components give, " + new Quantity(worth.getAsLong()));
        }
        if (worth.isPresent() && value == null) {
            return Optional.empty();
        }
        return Plausible.refusesNegative(score).or(() -> plausible.refusesPart(score));
    }
}
