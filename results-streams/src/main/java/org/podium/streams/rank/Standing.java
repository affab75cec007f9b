package org.podium.streams.rank;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.DecidedBy;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * What one competitor achieved, as the unit's rule sees it: a row of numbers compared from left to right, where less is
 * better and a number that is not there is worse than any. Comparing rows of numbers makes every ranking a total
 * preorder by construction, and cheap.
 */
final class Standing implements Comparable<Standing> {

    /** A number that is not there. */
    static final long NONE = Long.MAX_VALUE;

    private static final long[] NO_KEYS = {};

    /** The four parts of a ranked unit, in their order. */
    enum Tier {
        /** Has what the rule ranks by. */
        RANKED,
        /** Does not have it yet. */
        PENDING,
        /** Bears an IRM that ranks behind all others. */
        PLACED,
        /** Bears an IRM that takes the rank away. */
        BARRED
    }

    final Performance performance;
    final Tier tier;
    final @Nullable Quantity mark;
    final @Nullable Outcome decision;
    private final long[] keys;
    private final int startOrder;

    /** The line that it was last; what is the same is not made again. */
    private @Nullable RankedLine last;

    /** Who was right below when it was ranked last, and where the two differ first. */
    private @Nullable Standing below;

    private int fromBelow;

    /** True once the competitor has another standing. */
    private boolean replaced;

    /** What the last line's difference was to. */
    private @Nullable Quantity lastLeading;

    private Standing(
            Performance performance, Tier tier, @Nullable Quantity mark, @Nullable Outcome decision, long[] keys) {
        this.performance = performance;
        this.tier = tier;
        this.mark = mark;
        this.decision = decision;
        this.keys = keys;
        Integer drawn = performance.startOrder();
        this.startOrder = drawn == null ? Integer.MAX_VALUE : drawn;
    }

    /** The competitor is ranked by these numbers and shows this mark; null where only an order is known. */
    static Standing ranked(Performance performance, @Nullable Quantity mark, long... keys) {
        return new Standing(performance, Tier.RANKED, mark, null, keys);
    }

    /** As {@link #ranked}, for a match of which the decision is known. */
    static Standing decided(
            Performance performance, @Nullable Quantity mark, @Nullable Outcome decision, long... keys) {
        return new Standing(performance, Tier.RANKED, mark, decision, keys);
    }

    /** The competitor has no rank yet and is listed among the others like it by these numbers, if any. */
    static Standing pending(Performance performance, long... keys) {
        return new Standing(performance, Tier.PENDING, null, null, keys.length == 0 ? NO_KEYS : keys);
    }

    /** The competitor's IRM ranks behind all others; the first number is the IRM's place in the order of IRMs. */
    static Standing placed(Performance performance, @Nullable Outcome decision, long... keys) {
        return new Standing(performance, Tier.PLACED, null, decision, keys);
    }

    /** The competitor's IRM takes the rank away; the first number is the IRM's place in the order of IRMs. */
    static Standing barred(Performance performance, @Nullable Outcome decision, long... keys) {
        return new Standing(performance, Tier.BARRED, null, decision, keys);
    }

    /** True when it was made of this very performance. */
    @SuppressWarnings("ReferenceEquality") // Comparing what is in them would cost as much as measuring.
    boolean isOf(Performance other) {
        return performance == other;
    }

    void replaced() {
        replaced = true;
    }

    boolean isReplaced() {
        return replaced;
    }

    /**
     * Its line.
     *
     * @param rank 0 when it has none
     * @param leading mark that the difference is to; null when none is shown
     */
    RankedLine line(
            int sortOrder,
            int rank,
            boolean rankEqual,
            @Nullable Quantity leading,
            @Nullable DecidedBy decidedBy,
            MarkKind resultType,
            MarkText text) {
        RankedLine before = last;
        boolean sameDifference = before != null && Objects.equals(leading, lastLeading);
        if (before != null
                && sameDifference
                && before.sortOrder() == sortOrder
                && rankOf(before) == rank
                && before.rankEqual() == rankEqual
                && before.decidedBy() == decidedBy) {
            return before;
        }
        RankedLine now = new RankedLine(
                performance,
                sortOrder,
                rank == 0 ? null : rank,
                rankEqual,
                resultType,
                mark,
                before != null ? before.text() : mark == null ? "" : text.of(mark),
                performance.irm(),
                before != null && sameDifference ? before.diff() : difference(leading, text),
                null,
                decision,
                decidedBy);
        last = now;
        lastLeading = leading;
        return now;
    }

    private @Nullable String difference(@Nullable Quantity leading, MarkText text) {
        return mark == null || leading == null ? null : text.difference(mark, leading);
    }

    private static int rankOf(RankedLine line) {
        Integer rank = line.rank();
        return rank == null ? 0 : rank;
    }

    /** The number at an index, {@link #NONE} beyond the last. */
    long key(int index) {
        return index < keys.length ? keys[index] : NONE;
    }

    /** The first index at which the two differ; -1 when they are equal. */
    int firstDifference(Standing other) {
        long[] others = other.keys;
        int common = Math.min(keys.length, others.length);
        for (int index = 0; index < common; index++) {
            if (keys[index] != others[index]) {
                return index;
            }
        }
        int length = Math.max(keys.length, others.length);
        for (int index = common; index < length; index++) {
            if (key(index) != other.key(index)) {
                return index;
            }
        }
        return -1;
    }

    /** The same for who is right below, of whom it is remembered. */
    @SuppressWarnings("ReferenceEquality") // Another standing of the same competitor may differ elsewhere.
    int firstDifferenceFromBelow(Standing now) {
        if (now != below) {
            below = now;
            fromBelow = firstDifference(now);
        }
        return fromBelow;
    }

    /** The order of the list: tier, numbers, and where those are equal start order, then competitor id. */
    @Override
    public int compareTo(Standing other) {
        if (tier != other.tier) {
            return tier.compareTo(other.tier);
        }
        int index = firstDifference(other);
        if (index >= 0) {
            return Long.compare(key(index), other.key(index));
        }
        if (startOrder != other.startOrder) {
            return Integer.compare(startOrder, other.startOrder);
        }
        return performance.competitor().compareTo(other.performance.competitor());
    }
}
