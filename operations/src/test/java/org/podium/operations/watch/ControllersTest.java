package org.podium.operations.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ControllersTest {

    private static final long NOW = 1_700_000_000_000L;

    @Test
    void allThatHadEverythingJustNowAreInSync() {
        assertThat(Controllers.of(List.of(at(NOW), at(NOW - 400), at(NOW - 9_000))))
                .isEqualTo(new Controllers(3, 3));
    }

    @Test
    void whoIsSilentOrBehindIsNot() {
        assertThat(Controllers.of(List.of(at(NOW - 11_000), at(NOW), at(NOW - 100))))
                .isEqualTo(new Controllers(3, 2));
    }

    @Test
    void whoHasNotBeenHeardOfIsNot() {
        OptionalLong silent = OptionalLong.empty();
        assertThat(Controllers.of(List.of(at(NOW), at(-1), silent))).isEqualTo(new Controllers(3, 1));
        assertThat(Controllers.of(List.of(silent))).isEqualTo(new Controllers(1, 0));
        assertThat(Controllers.of(List.of())).isEqualTo(Controllers.UNKNOWN);
    }

    private static OptionalLong at(long time) {
        return OptionalLong.of(time);
    }
}
