package org.podium.streams.rank;

import java.util.List;
import java.util.Optional;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code weightlifting}: the greater total of the best snatch and the best clean and jerk wins. Between equal totals:
 * the lower best clean and jerk, then its earlier attempt number, then the earlier previous attempts, then the lower
 * lot number.
 *
 * <p>Takes {@code LIFT} in kilograms at {@code SN} or {@code CJ}, attempts 1 to 3; a failed one carries the weight that
 * was on the bar. A {@code LIFT} without a point is a total whose lifts are not known.
 *
 * <p>Without a valid lift of both kinds there is no total and no rank; until then the best snatch orders the list.
 *
 * <p>Source: IWF Technical and Competition Rules and Regulations 6.8.2 (classification by total), confirmed. "Previous
 * attempts, least first" is read as the calling order has it: of two previous attempts with the same number the lighter
 * one was made earlier. Paris 2024, women's 59 kg, 5th and 6th are decided by it and come out so.
 */
final class Weightlifting implements Rule, Ranking.Measure {

    static final String NAME = "weightlifting";

    private static final String SNATCH = "SN";
    private static final String CLEAN_AND_JERK = "CJ";
    private static final int ATTEMPTS = 3;

    private final Plausible plausible;
    private final Ranking ranking;

    private Weightlifting(Plausible plausible, Ranking ranking) {
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        MarkText text = MarkText.decimal(parameters.whole("shown-decimals", 0, 0, 6));
        return new Weightlifting(Plausible.read(parameters), Ranking.read(parameters, MarkKind.LIFT, text));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long snatch = 0;
        long jerk = 0;
        int jerkAttempt = 0;
        long total = 0;
        long[] jerks = new long[ATTEMPTS + 1];
        for (Score score : performance.scores()) {
            Quantity value = score.value();
            if (score.kind() != MarkKind.LIFT || value == null || score.attempt() > ATTEMPTS) {
                continue;
            }
            long weight = value.millionths();
            boolean valid = score.outcome() == Outcome.VALID;
            switch (score.point()) {
                case SNATCH -> snatch = valid ? Math.max(snatch, weight) : snatch;
                case CLEAN_AND_JERK -> {
                    jerks[score.attempt()] = weight;
                    if (valid && weight > jerk) {
                        jerk = weight;
                        jerkAttempt = score.attempt();
                    }
                }
                default -> total = valid ? weight : total;
            }
        }
        long lot = performance.lot() == null ? Standing.NONE : performance.lot();
        if (snatch > 0 && jerk > 0) {
            total = snatch + jerk;
            return Standing.ranked(
                    performance,
                    new Quantity(total),
                    -total,
                    jerk,
                    jerkAttempt,
                    jerks[Math.max(jerkAttempt - 1, 0)],
                    jerks[Math.max(jerkAttempt - 2, 0)],
                    lot);
        }
        return total > 0
                ? Standing.ranked(performance, new Quantity(total), -total)
                : Standing.pending(performance, -snatch);
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return switch (index) {
            case 0 -> DecidedBy.MARK;
            case 1 -> DecidedBy.LOWER_LIFT;
            case 2, 3, 4 -> DecidedBy.EARLIER_ATTEMPT;
            default -> DecidedBy.LOT;
        };
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        boolean lift = (score.point().equals(SNATCH) || score.point().equals(CLEAN_AND_JERK))
                && score.attempt() >= 1
                && score.attempt() <= ATTEMPTS;
        boolean total = score.point().isEmpty() && score.attempt() == 0;
        if (score.kind() != MarkKind.LIFT || !(total || lift)) {
            return Plausible.wrongKind(
                    score, NAME, "LIFT at SN or CJ in attempts 1 to 3, or the total without a point");
        }
        Optional<Refusal> refusal = Plausible.refusesUnlessCounted(score);
        if (refusal.isPresent()) {
            return refusal;
        }
        return total ? plausible.refusesFinal(score) : plausible.refusesPart(score);
    }
}
