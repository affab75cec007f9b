package org.podium.streams.rank;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * The range in which the final mark of a unit can lie, both ends included.
 *
 * @param least parameter {@code plausible-min}; null when open
 * @param most parameter {@code plausible-max}; null when open
 */
record Plausible(@Nullable Quantity least, @Nullable Quantity most) {

    /** Far above any place, stroke, lap or kilogram, far below where sums overflow. */
    private static final Quantity MOST_COUNTED = Quantity.ofWhole(100_000);

    /** Greatest component of a judged score; far below where products overflow. */
    private static final Quantity MOST_OF_A_PART = Quantity.ofWhole(100);

    static Plausible read(Parameters parameters) {
        Quantity least = parameters.quantity("plausible-min");
        Quantity most = parameters.quantity("plausible-max");
        if (least != null && most != null && least.compareTo(most) > 0) {
            parameters.problem("plausible-min %s is above plausible-max %s".formatted(least, most));
        }
        return new Plausible(least, most);
    }

    /** Refuses a valid final mark that nobody can have achieved. */
    Optional<Refusal> refusesFinal(Score score) {
        Quantity value = score.value();
        if (score.outcome() != Outcome.VALID || value == null) {
            return Optional.empty();
        }
        if (least != null && value.compareTo(least) < 0) {
            return implausible(score, "less than the plausible minimum " + least);
        }
        if (most != null && value.compareTo(most) > 0) {
            return implausible(score, "more than the plausible maximum " + most);
        }
        return Optional.empty();
    }

    /** Refuses a part of the final mark, such as one round, that is greater than the whole can be. */
    Optional<Refusal> refusesPart(Score score) {
        return new Plausible(null, most).refusesFinal(score);
    }

    /** Refuses a valid score that has no value, or one of zero or less. */
    static Optional<Refusal> refusesUnlessPositive(Score score) {
        return refusesBelow(score, 1);
    }

    /** Refuses a valid score that has no value, or a negative one. */
    static Optional<Refusal> refusesNegative(Score score) {
        return refusesBelow(score, 0);
    }

    /** Refuses a valid score that has no value. */
    static Optional<Refusal> refusesMissing(Score score) {
        return refusesBelow(score, Long.MIN_VALUE);
    }

    /** Refuses a valid score that has no value, or one that is not a whole number from 1 on. */
    static Optional<Refusal> refusesUnlessCounted(Score score) {
        Quantity value = score.value();
        if (value != null && value.millionths() % Quantity.ONE != 0) {
            return implausible(score, "not a whole number");
        }
        if (value != null && value.compareTo(MOST_COUNTED) > 0) {
            return implausible(score, "more than can be counted");
        }
        return refusesBelow(score, 1);
    }

    private static Optional<Refusal> refusesBelow(Score score, long least) {
        Quantity value = score.value();
        if (isOfAMatch(score.outcome()) && score.kind() != MarkKind.SCORE) {
            return wrongOutcome(score);
        }
        if (value == null) {
            return score.outcome() == Outcome.VALID
                    ? implausible(score, "missing from a valid mark")
                    : Optional.empty();
        }
        return value.millionths() < least
                ? implausible(score, least > 0 ? "not above zero" : "negative")
                : Optional.empty();
    }

    /** Whether a component of a judged score is negative or beyond any scale. */
    static boolean isNoPart(Quantity component) {
        return component.millionths() < 0 || component.compareTo(MOST_OF_A_PART) > 0;
    }

    static Optional<Refusal> implausiblePart(Score score, String component) {
        return implausible(
                score,
                "given with %s %s".formatted(component, score.components().get(component)));
    }

    /** Whether an outcome is the decision of a match. */
    static boolean isOfAMatch(Outcome outcome) {
        return outcome == Outcome.WON || outcome == Outcome.LOST || outcome == Outcome.TIED;
    }

    /** Refuses an outcome that a score of its kind cannot have. */
    static Optional<Refusal> wrongOutcome(Score score) {
        return Optional.of(new Refusal(
                Refusal.Kind.WRONG_KIND,
                "%s cannot be %s: WON, LOST and TIED are for the score of a match, all others for everything else"
                        .formatted(name(score), score.outcome())));
    }

    static Optional<Refusal> implausible(Score score, String what) {
        return Optional.of(new Refusal(
                Refusal.Kind.IMPLAUSIBLE,
                "%s is %s; correct the mark or the unit's definition"
                        .formatted(
                                score.value() == null
                                        ? "The value of " + name(score)
                                        : name(score) + " " + score.value(),
                                what)));
    }

    /** Refuses a score for which the rule has no use. */
    static Optional<Refusal> wrongKind(Score score, String rule, String takes) {
        return Optional.of(new Refusal(
                Refusal.Kind.WRONG_KIND,
                "%s is not a mark of a unit ranked by %s, which takes %s".formatted(name(score), rule, takes)));
    }

    private static String name(Score score) {
        return score.kind()
                + (score.point().isEmpty() ? "" : " at " + score.point())
                + (score.attempt() == 0 ? "" : " in attempt " + score.attempt());
    }
}
