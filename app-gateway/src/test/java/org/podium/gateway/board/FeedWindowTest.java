package org.podium.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.wire.Result;

final class FeedWindowTest {

    private static final long APPENDED = 20_000;
    private static final int HELD = 4;

    private final Result result =
            new SampleUnit("OG2024", "ATHM100M--------------FNL-000100--", Instant.EPOCH).next(Instant.EPOCH);
    private final Revisions revisions = new Revisions(Clock.systemUTC());
    private final FeedWindow window = new FeedWindow(HELD, 1L << 40, new long[] {0});
    private volatile boolean enough;

    private static Position at(long offset) {
        return new Position("0000abcd", new long[] {offset});
    }

    private void append(long from, long until) {
        for (long offset = from; offset < until && !enough; offset++) {
            window.append(revisions.of(result, new Origin(0, offset)));
        }
    }

    @Test
    void saysFromWhereOnAPositionIsHeld() {
        append(0, HELD + 2);

        assertThat(window.from(at(2))).hasValue(2);
        assertThat(window.from(at(1))).isEmpty();
    }

    /** Revisions have the index of their offset here. */
    @Test
    void neverSkipsWhatLeavesMeanwhile() throws InterruptedException {
        append(0, HELD);
        Thread writer = Thread.ofPlatform().start(() -> append(HELD, Long.MAX_VALUE));
        try {
            while (window.head() < APPENDED) {
                long lacked = window.tail();
                OptionalLong start = window.from(at(lacked));
                if (start.isPresent()) {
                    assertThat(start.getAsLong()).isLessThanOrEqualTo(lacked);
                }
            }
        } finally {
            enough = true;
            writer.join();
        }
    }
}
