package org.podium.streams.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final long ACCEPTABLE = 100;
    private static final TaskId FIRST = new TaskId(0, 0);
    private static final TaskId SECOND = new TaskId(0, 1);
    private static final Set<TaskId> BOTH = Set.of(FIRST, SECOND);

    private final Copies copies = new Copies(ACCEPTABLE);

    @Test
    void areMadeOnceTheLastHasCaughtUp() {
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(5_000, 5_000)).isFalse();
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(100, 101)).isFalse();
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(101, 100)).isTrue();
        assertThat(copies.inTheMaking(BOTH)).isFalse();
    }

    @Test
    void areMadeOfWhatWasTakenFromTheInstance() {
        assertThat(copies.inTheMaking(Set.of())).as("while it works on both").isFalse();
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(0, 0)).isTrue();
    }

    @Test
    void areNotMadeAnewWhenABurstLeavesThemBehind() {
        copies.inTheMaking(BOTH);
        made(0, 0);
        assertThat(copies.inTheMaking(BOTH)).isFalse();
        assertThat(made(5_000, 5_000)).isFalse();
        assertThat(copies.inTheMaking(BOTH)).isFalse();
    }

    @Test
    void areMadeAnewWhenTheyHadGone() {
        copies.inTheMaking(BOTH);
        made(0, 0);
        copies.inTheMaking(Set.of(SECOND));
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(5_000, 0)).isFalse();
        assertThat(copies.inTheMaking(BOTH)).isTrue();
        assertThat(made(0, 0)).isTrue();
    }

    @Test
    void areNotWaitedForWhenSomebodyElseIsToHaveThem() {
        copies.inTheMaking(BOTH);
        made(5_000, 0);
        assertThat(copies.inTheMaking(Set.of(SECOND))).isFalse();
    }

    private boolean made(long first, long second) {
        return copies.made(task -> Map.of(FIRST, first, SECOND, second).get(task));
    }
}
