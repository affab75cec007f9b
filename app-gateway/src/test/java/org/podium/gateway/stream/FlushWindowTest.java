package org.podium.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FlushWindowTest {

    private final FlushWindow window = new FlushWindow(Duration.ofNanos(50));

    @Test
    void letsTheFirstPassGoAtOnce() {
        assertThat(window.delay(7)).isZero();
    }

    @Test
    void leavesAsMuchTimeToOthersAsAPassTook() {
        window.passed(100, 130);

        assertThat(window.delay(130)).isEqualTo(30);
        assertThat(window.delay(150)).isEqualTo(10);
        assertThat(window.delay(170)).isZero();
    }

    @Test
    void neverLetsUpdatesWaitLongerThanItsBound() {
        window.passed(100, 1_000);

        assertThat(window.delay(1_000)).isEqualTo(50);
    }
}
