package org.podium.streams.failover;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Which tasks' stores an instance has copies of, and which of these are still being made. One that caught up once
 * counts as made as long as it is a copy: when it falls behind in a burst, it is not being made anew.
 */
final class Copies {

    private final long acceptableLag;
    private final Set<TaskId> made = new HashSet<>();
    private final Set<TaskId> inTheMaking = new HashSet<>();

    Copies(long acceptableLag) {
        this.acceptableLag = acceptableLag;
    }

    /**
     * Takes note of the instance's tasks.
     *
     * @param standby those whose stores it is to have copies of; of one that it worked on until now, too, since that
     *     may have been taken from it with its stores, when the instance was stopped for longer than its session
     * @return true when a copy is in the making
     */
    boolean inTheMaking(Set<TaskId> standby) {
        made.retainAll(standby);
        inTheMaking.clear();
        inTheMaking.addAll(standby);
        inTheMaking.removeAll(made);
        return !inTheMaking.isEmpty();
    }

    /**
     * Takes note of how far the copies are.
     *
     * @param lag how many records a task's copy lacks
     * @return true when the last that was in the making has been made
     */
    boolean made(ToLongFunction<TaskId> lag) {
        boolean some = inTheMaking.removeIf(task -> lag.applyAsLong(task) <= acceptableLag && made.add(task));
        return some && inTheMaking.isEmpty();
    }
}
