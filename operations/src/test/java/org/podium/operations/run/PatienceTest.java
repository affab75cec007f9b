package org.podium.operations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainUntilTheStepSucceeds() {
        String given = Patience.of(Duration.ofMinutes(1)).insist(PatienceTest::isAway, () -> {
            if (tries.incrementAndGet() < 2) {
                throw new IllegalStateException("away");
            }
            return "there";
        });

        assertThat(given).isEqualTo("there");
        assertThat(tries).hasValue(2);
    }

    @Test
    void aFailureThatDoesNotPassIsThrownAtOnce() {
        assertThatThrownBy(() -> Patience.of(Duration.ofMinutes(1)).insist(PatienceTest::isAway, () -> {
                    tries.incrementAndGet();
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void theLastFailureIsThrownWhenPatienceIsOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Patience.of(Duration.ZERO).insist(PatienceTest::isAway, this::away));
        assertThat(tries).as("tried once at least").hasPositiveValue();
    }

    @Test
    void anInterruptedThreadWaitsNoLongerAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> Patience.of(Duration.ofMinutes(1)).insist(PatienceTest::isAway, this::away));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).hasValue(1);
    }

    private Object away() {
        tries.incrementAndGet();
        throw new IllegalStateException("away");
    }

    private static boolean isAway(RuntimeException failure) {
        return failure instanceof IllegalStateException;
    }
}
