package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * {@code vertical-jump}: the greatest height wins; then the fewest failures at that height; then the fewest failures in
 * all up to and including it; then, for first place, the jump-off. Equals after that share, as they do when they
 * decline to jump off.
 *
 * <p>Takes {@code HEIGHT} at the bar's height in metres ({@code 2.39}), in attempts 1 to 3, and at the bars of the
 * jump-off, {@code JO1}, {@code JO2} and so on, in attempt 1. A height without a point is a best whose attempts are not
 * known.
 *
 * <p>Source: World Athletics, Competition and Technical Rules, TR 26 (vertical jumps, "Ties" and the jump-off; the
 * paragraphs' numbers differ between editions). Failures above the last height cleared do not count. The men's high
 * jump of Rio 2016 comes out in order.
 */
final class VerticalJump implements Rule, Ranking.Measure {

    static final String NAME = "vertical-jump";

    private static final Pattern BAR = Pattern.compile("\\d{1,2}(\\.\\d{1,3})?");
    private static final Pattern JUMP_OFF_BAR = Pattern.compile("JO[1-9]\\d?");

    /** Numbers before those of the jump-off: height, failures at it, failures in all. */
    private static final int BEFORE_JUMP_OFF = 3;

    /** Most bars of a jump-off that are looked at: JO1 to JO99. */
    private static final int MOST_JUMP_OFF_BARS = 99;

    private static final long CLEARED = 0;
    private static final long NOT_JUMPED = 1;
    private static final long FAILED = 2;
    private static final long GIVEN_UP = 3;

    private final Plausible plausible;
    private final Ranking ranking;

    private VerticalJump(Plausible plausible, Ranking ranking) {
        this.plausible = plausible;
        this.ranking = ranking;
    }

    static Rule read(Parameters parameters) {
        MarkText text = MarkText.decimal(parameters.whole("shown-decimals", 2, 0, 6));
        return new VerticalJump(Plausible.read(parameters), Ranking.read(parameters, MarkKind.HEIGHT, text));
    }

    @Override
    public List<RankedLine> rank(List<Performance> performances, RankMemory memory) {
        return ranking.rank(performances, this, memory);
    }

    @Override
    public Standing measure(Performance performance) {
        long best = 0;
        int lastJumpOffBar = 0;
        for (Score score : performance.scores()) {
            if (isJumpOff(score)) {
                lastJumpOffBar = Math.max(lastJumpOffBar, jumpOffBar(score));
            } else if (score.kind() == MarkKind.HEIGHT && score.outcome() == Outcome.VALID) {
                best = Math.max(best, isBest(score) ? bestGiven(score) : height(score));
            }
        }
        if (best == 0) {
            return Standing.pending(performance);
        }
        long[] keys = new long[BEFORE_JUMP_OFF + lastJumpOffBar];
        keys[0] = -best;
        Arrays.fill(keys, BEFORE_JUMP_OFF, keys.length, NOT_JUMPED);
        for (Score score : performance.scores()) {
            if (isJumpOff(score)) {
                keys[BEFORE_JUMP_OFF + jumpOffBar(score) - 1] = jumpOff(score.outcome());
            } else if (score.kind() == MarkKind.HEIGHT && score.outcome() == Outcome.FAILED) {
                long height = height(score);
                keys[1] += height == best ? 1 : 0;
                keys[2] += height <= best ? 1 : 0;
            }
        }
        return Standing.ranked(performance, new Quantity(best), keys);
    }

    private static long jumpOff(Outcome outcome) {
        return switch (outcome) {
            case VALID -> CLEARED;
            case PASSED, RETIRED -> GIVEN_UP;
            default -> FAILED;
        };
    }

    private static boolean isBest(Score score) {
        return score.point().isEmpty() && score.attempt() == 0;
    }

    private static long bestGiven(Score score) {
        Quantity value = score.value();
        return value == null ? 0 : value.millionths();
    }

    private static boolean isJumpOff(Score score) {
        return score.point().startsWith("JO");
    }

    /** Number of the bar of the jump-off. {@link #refuses} has let only JO1 to JO99 in. */
    private static int jumpOffBar(Score score) {
        return Math.clamp(digits(score.point(), 2), 1, MOST_JUMP_OFF_BARS);
    }

    /**
     * Height of the bar in millionths of a metre, read from the point without a pattern: this runs for each attempt.
     */
    private static long height(Score score) {
        String bar = score.point();
        int dot = bar.indexOf('.');
        if (dot < 0) {
            return digits(bar, 0) * Quantity.ONE;
        }
        long scale = Quantity.ONE;
        for (int decimals = bar.length() - dot - 1; decimals > 0; decimals--) {
            scale /= 10;
        }
        return digits(bar, 0) * scale;
    }

    private static long digits(String text, int from) {
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit >= '0' && digit <= '9') {
                number = number * 10 + (digit - '0');
            }
        }
        return number;
    }

    @Override
    public DecidedBy criterion(int index, Standing above, Standing below) {
        return switch (index) {
            case 0 -> DecidedBy.MARK;
            case 1 -> DecidedBy.FAILURES_AT_HEIGHT;
            case 2 -> DecidedBy.FAILURES_IN_ALL;
            default -> DecidedBy.JUMP_OFF;
        };
    }

    @Override
    public Optional<Refusal> refuses(Score score) {
        boolean bar = BAR.matcher(score.point()).matches() && score.attempt() >= 1 && score.attempt() <= 3;
        boolean jumpOffBar = JUMP_OFF_BAR.matcher(score.point()).matches() && score.attempt() == 1;
        if (score.kind() == MarkKind.HEIGHT && isBest(score)) {
            return Plausible.refusesUnlessPositive(score).or(() -> plausible.refusesFinal(score));
        }
        if (score.kind() != MarkKind.HEIGHT || !(bar || jumpOffBar)) {
            return Plausible.wrongKind(
                    score, NAME, "HEIGHT at a bar such as 2.39 in attempts 1 to 3, or at JO1, JO2 ... in attempt 1");
        }
        if (Plausible.isOfAMatch(score.outcome())) {
            return Plausible.wrongOutcome(score);
        }
        Quantity value = score.value();
        if (bar && value != null && value.millionths() != height(score)) {
            return Plausible.implausible(score, "not the height of the bar");
        }
        return plausible.refusesFinal(bar ? score.valued(new Quantity(height(score))) : score);
    }
}
