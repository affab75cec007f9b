package org.podium.venue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "0.5", "as-they-come"})
    void printsWhatItParses(String text) {
        assertThat(Speed.parse(text)).hasToString(text);
    }

    @Test
    void maxIsAsTheyCome() {
        assertThat(Speed.parse("max")).isEqualTo(Speed.AS_THEY_COME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.0", "-1", "fast", "1x", "1,5", "1e3", "9999999"})
    void refusesWhatIsNoSpeed(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 1 or 10, or max");
    }

    @Test
    void dividesTheTimeBetweenEvents() {
        assertThat(Speed.parse("10").due(Duration.ofSeconds(25))).contains(Duration.ofMillis(2_500));
        assertThat(Speed.parse("0.5").due(Duration.ofSeconds(25))).contains(Duration.ofSeconds(50));
        assertThat(Speed.AS_THEY_COME.due(Duration.ofSeconds(25))).isEmpty();
    }
}
