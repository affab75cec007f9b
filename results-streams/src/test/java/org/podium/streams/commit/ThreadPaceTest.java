package org.podium.streams.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadPaceTest {

    private static final long SHORTEST = 250;
    private static final long LONGEST = 500;

    private final ThreadPace pace = new ThreadPace(SHORTEST, LONGEST);
    private final MockProcessorContext<Void, Void> task = new MockProcessorContext<>();
    private final MockProcessorContext<Void, Void> other = new MockProcessorContext<>();
    private long now = 1_764_000_000_000L;

    @BeforeEach
    void begin() {
        pass(0);
    }

    @Test
    void aRecordAfterAPauseIsCommittedAlmostAtOnce() {
        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(ThreadPace.GATHER);
        assertThat(task.committed()).isFalse();
        fire(task);
        assertThat(task.committed()).isTrue();
        assertThat(timers(task)).isEmpty();
    }

    @Test
    void betweenQuickCommitsIsTheShortestInterval() {
        commitThatTakes(40);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(SHORTEST - 40);
    }

    @Test
    void slowCommitsAreFollowedByAsMuchTimeForWork() {
        commitThatTakes(400);
        commitThatTakes(450);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(400);
    }

    @Test
    void noCommitIsLaterThanTheLongestIntervalAfterTheEndOfTheLast() {
        commitThatTakes(900);
        commitThatTakes(900);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(LONGEST);
    }

    @Test
    void afterACommitThatAloneWasSlowNothingWaitsLonger() {
        commitThatTakes(10);
        commitThatTakes(5_000);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(ThreadPace.GATHER);
    }

    @Test
    void onceCommitsAreQuickAgainTheShortestIntervalHolds() {
        commitThatTakes(900);
        commitThatTakes(900);
        commitThatTakes(40);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(SHORTEST - 40);
    }

    @Test
    void oneTaskAsksForAllOfItsThread() {
        pace.worked(task);
        pace.worked(other);
        pace.worked(task);

        assertThat(timers(task)).hasSize(1);
        assertThat(timers(other)).isEmpty();
    }

    @Test
    void aCommitThatKafkaStreamsMakesByItselfLeavesNothingToAskFor() {
        pace.worked(task);
        pace.commitBegins(now);
        pace.committed(now + 10);

        assertThat(timers(task)).isEmpty();
    }

    @Test
    void whatWasSentWithoutACommitDoesNotCountAsItsBeginning() {
        pace.commitBegins(now);
        pass(10_000);
        commitThatTakes(40);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(SHORTEST - 40);
    }

    @Test
    void withoutTransactionsTheShortestIntervalHolds() {
        pace.worked(task);
        fire(task);
        pass(30);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(SHORTEST - 30);
    }

    @Test
    void aTaskThatEndsLeavesTheTimerToAnother() {
        pace.worked(task);
        pace.left(task);
        assertThat(timers(task)).isEmpty();

        pace.worked(other);
        fire(other);

        assertThat(other.committed()).isTrue();
        assertThat(task.committed()).isFalse();
    }

    @Test
    void aTaskThatEndsLeavesTheTimerOfAnotherAlone() {
        pace.worked(task);

        pace.left(other);

        assertThat(timers(task)).hasSize(1);
    }

    @Test
    void aClockThatWasPutBackDelaysACommitByTheLongestIntervalAtMost() {
        commitThatTakes(40);
        pass(-3_600_000);

        pace.worked(task);

        assertThat(timeLeft(task)).isEqualTo(LONGEST);
    }

    @Test
    void leftToKafkaStreamsNothingIsAskedFor() {
        CommitPace.ofKafkaStreams().worked(task);

        assertThat(timers(task)).isEmpty();
    }

    @Test
    void theLongestIntervalIsNotTheShorterOne() {
        assertThatThrownBy(() -> CommitPace.between(Duration.ofMillis(20), Duration.ofMillis(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.01S");
    }

    private void commitThatTakes(long millis) {
        pace.worked(task);
        fire(task);
        pace.commitBegins(now);
        // One for each task.
        pace.commitBegins(now + millis / 2);
        pass(millis);
        pace.committed(now);
    }

    private void pass(long millis) {
        now += millis;
        task.setCurrentSystemTimeMs(now);
        other.setCurrentSystemTimeMs(now);
    }

    private void fire(MockProcessorContext<Void, Void> of) {
        for (CapturedPunctuator timer : timers(of)) {
            pass(timer.getInterval().toMillis());
            timer.getPunctuator().punctuate(now);
        }
    }

    private static long timeLeft(MockProcessorContext<Void, Void> of) {
        assertThat(timers(of)).hasSize(1);
        return timers(of).getFirst().getInterval().toMillis();
    }

    private static List<CapturedPunctuator> timers(MockProcessorContext<Void, Void> of) {
        return of.scheduledPunctuators().stream()
                .filter(timer -> !timer.cancelled())
                .toList();
    }
}
