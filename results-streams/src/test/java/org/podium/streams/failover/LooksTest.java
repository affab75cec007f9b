package org.podium.streams.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final long LIMIT_SECONDS = 10;

    @Test
    void looksAgainUntilItIsClosed() throws InterruptedException {
        CountDownLatch threeLooks = new CountDownLatch(3);
        try (Looks _ = Looks.start("looks", SHORT, () -> {
            threeLooks.countDown();
            return true;
        })) {
            assertThat(threeLooks.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void looksNoMoreWhereTheInterruptWasSwallowed() throws Exception {
        AtomicInteger count = new AtomicInteger();
        CompletableFuture<Thread> began = new CompletableFuture<>();
        CountDownLatch swallowed = new CountDownLatch(1);
        Looks looks = Looks.start("looks", SHORT, () -> {
            if (count.incrementAndGet() == 1) {
                began.complete(Thread.currentThread());
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    swallowed.countDown();
                }
            }
            return true;
        });
        Thread looking = began.get(LIMIT_SECONDS, TimeUnit.SECONDS);

        looks.close();

        assertThat(swallowed.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(looking.join(Duration.ofSeconds(LIMIT_SECONDS))).isTrue();
        assertThat(count).hasValue(1);
    }
}
