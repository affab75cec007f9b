package org.podium.operations.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RunningTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Running running = new Running();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void closesTheLastOpenedFirstAndGoesOnWhenOneFails() throws Exception {
        running.opened("first", () -> closed.add("first"));
        running.opened("second", () -> {
            throw new IllegalStateException("cannot be closed");
        });
        running.opened("third", () -> closed.add("third"));

        assertThat(running.close(LONG)).isTrue();
        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void doesNotWaitForEverForWhatDoesNotClose() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        running.opened("stuck", never::await);

        assertThat(running.close(Duration.ofMillis(50))).isFalse();
        never.countDown();
    }

    @Test
    void keepsTheFirstReasonToStop() throws Exception {
        running.stopBecause(ExitCode.UNAVAILABLE, "the cluster is away", null);
        running.stopBecause(ExitCode.FAILED, "and so this failed", null);
        running.awaitStop();

        assertThat(running.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void endsWellWhenItsWorkIsDone() throws Exception {
        running.stop();
        running.awaitStop();

        assertThat(running.exitCode()).isEqualTo(ExitCode.OK);
    }
}
