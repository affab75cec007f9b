package org.podium.streams.rank;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a unit's performances when it was ranked last, so that ranking it again costs what changed: a
 * performance that is still the same object is not measured again, the others are already in order, and a line that
 * says the same is the same object. It is a memory of a pure function: with it, without it, or with that of another
 * unit, the ranking is the same. For use by one thread.
 */
public final class RankMemory {

    /** In the order of the performances. */
    private Standing[] standings = {};

    private Standing[] inOrder = {};
    private @Nullable Ranking ranking;
    private Ranking.@Nullable Measure measure;

    /** The standings of the performances, in order. */
    @SuppressWarnings("ReferenceEquality") // Another ranking of the same rule would show marks in another way.
    Standing[] inOrder(List<Performance> performances, Ranking by, Ranking.Measure with) {
        if (by != ranking || !with.equals(measure) || performances.size() != standings.length) {
            ranking = by;
            measure = with;
            return anew(performances, by, with);
        }
        Standing[] changed = new Standing[standings.length];
        int changes = 0;
        for (int i = 0; i < standings.length; i++) {
            Performance performance = performances.get(i);
            Standing before = standings[i];
            if (!before.isOf(performance)) {
                Standing now = by.standing(performance, with);
                before.replaced();
                standings[i] = now;
                changed[changes++] = now;
            }
        }
        if (changes > 0) {
            Arrays.sort(changed, 0, changes);
            inOrder = merged(kept(), Arrays.copyOf(changed, changes));
        }
        return inOrder;
    }

    private Standing[] anew(List<Performance> performances, Ranking by, Ranking.Measure with) {
        Standing[] all = new Standing[performances.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = by.standing(performances.get(i), with);
        }
        standings = all;
        inOrder = all.clone();
        Arrays.sort(inOrder);
        return inOrder;
    }

    /** Those of the last ranking that still hold, in order. */
    private Standing[] kept() {
        Standing[] kept = new Standing[inOrder.length];
        int length = 0;
        for (Standing standing : inOrder) {
            if (!standing.isReplaced()) {
                kept[length++] = standing;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static Standing[] merged(Standing[] left, Standing[] right) {
        Standing[] merged = new Standing[left.length + right.length];
        int l = 0;
        int r = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeLeft = r == right.length || (l < left.length && left[l].compareTo(right[r]) <= 0);
            merged[i] = takeLeft ? left[l++] : right[r++];
        }
        return merged;
    }
}
