package org.podium.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private record Published(int unit, long version, long intended) {}

    /** Remembers, and may be slow. */
    private static final class Memory implements Publication {
        private final List<Published> published = new ArrayList<>();

        @Override
        public void publish(int unit, long version, long intendedMillis) {
            published.add(new Published(unit, version, intendedMillis));
        }

        @Override
        public void close() {}
    }

    @Test
    void keepsIntendedTimesThatHavePassed() throws InterruptedException {
        Memory memory = new Memory();
        Pace pace = new Pace();
        pace.run(memory, 7, 2, 10, 1_000_000, Duration.ofMillis(200));
        assertThat(memory.published)
                .containsExactly(
                        new Published(7, 1, 1_000_000),
                        new Published(8, 1, 1_000_050),
                        new Published(7, 2, 1_000_100),
                        new Published(8, 2, 1_000_150));
        pace.run(memory, 7, 1, 10, 2_000_000, Duration.ofMillis(100));
        assertThat(memory.published).last().isEqualTo(new Published(7, 3, 2_000_000));
    }

    @Test
    void publishesNothingBeforeItsTime() throws InterruptedException {
        long start = System.currentTimeMillis() + 50;
        List<Long> early = new ArrayList<>();
        Publication publication = new Publication() {
            @Override
            public void publish(int unit, long version, long intendedMillis) {
                early.add(Math.max(0, intendedMillis - System.currentTimeMillis()));
            }

            @Override
            public void close() {}
        };
        new Pace().run(publication, 0, 1, 100, start, Duration.ofMillis(100));
        assertThat(early).hasSize(10).containsOnly(0L);
    }
}
