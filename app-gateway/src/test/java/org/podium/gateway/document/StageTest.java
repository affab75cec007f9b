package org.podium.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;

final class StageTest {

    @ParameterizedTest
    @CsvSource({
        ", , NEXT",
        ", SCHEDULED, NEXT",
        "START_LIST, GETTING_READY, NEXT",
        "START_LIST, RUNNING, LIVE",
        "LIVE, SCHEDULED, LIVE",
        "INTERMEDIATE, SCHEDULED_BREAK, LIVE",
        "LIVE, FINISHED, LIVE",
        "UNOFFICIAL, RUNNING, FINISHED",
        "OFFICIAL, , FINISHED",
        "PROTESTED, FINISHED, FINISHED",
        "LIVE, CANCELLED, FINISHED",
        ", DELAYED, NEXT",
    })
    void followsFromBothStatuses(@Nullable ResultStatus status, @Nullable ScheduleStatus schedule, Stage expected) {
        assertThat(Stage.of(status, schedule)).isEqualTo(expected);
    }
}
