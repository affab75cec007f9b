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
        window.passed(100, 130, 1);

        assertThat(window.delay(130)).isEqualTo(30);
        assertThat(window.delay(150)).isEqualTo(10);
        assertThat(window.delay(170)).isZero();
    }

    @Test
    void gathersMoreWhereEachPassFindsMoreAndLessAgainWhereItDoesNot() {
        window.passed(100, 105, 20);
        assertThat(window.delay(105)).isEqualTo(10);

        window.passed(200, 205, 20);
        assertThat(window.delay(205)).isEqualTo(20);

        window.passed(300, 305, 1);
        assertThat(window.delay(305)).isEqualTo(10);
    }

    @Test
    void neverLetsUpdatesWaitLongerThanItsBound() {
        window.passed(100, 1_000, 1);

        assertThat(window.delay(1_000)).isEqualTo(50);
    }
}
