package org.podium.streams.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Those who compete in a unit, and its dice.
 *
 * @param competitors ids in start order
 * @param marksEach about how many marks each makes
 */
record Field(List<String> competitors, int marksEach, Random dice) {

    Field {
        competitors = List.copyOf(competitors);
    }

    int size() {
        return competitors.size();
    }

    /** Marks that each makes in a sport that has so many. */
    int marksOf(int most) {
        return Math.min(marksEach, most);
    }

    /** A whole number, both ends included. */
    int from(int least, int most) {
        return dice.nextInt(least, most + 1);
    }

    /** True once in so many times. */
    boolean onceIn(int times) {
        return dice.nextInt(times) == 0;
    }

    /** The competitors in an order of chance, such as that of a finish. */
    List<String> shuffled() {
        List<String> order = new ArrayList<>(competitors);
        Collections.shuffle(order, dice);
        return order;
    }
}
