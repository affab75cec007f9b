package org.podium.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.RecordedStep;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

class TimetableTest {

    private static final Instant START = Instant.parse("2030-01-01T12:00:00Z");
    private static final String UNIT = "ATHM100M--------------FNL-000100--";

    private final Script script = new Script(
            UnitDefinition.newBuilder()
                    .setCompetition("LAB2024")
                    .setUnit(UNIT)
                    .setFeed(FeedFlag.PRODUCTION)
                    .setDisciplineName("Athletics")
                    .setEventName("Men's 100m")
                    .setUnitName("Final")
                    .setVenue("STA")
                    .setVenueName("Stadium")
                    .setSource("TIMING-1")
                    .setScheduledStart(Instant.parse("2024-08-04T19:50:00Z"))
                    .setRule(new RankingRule("race-by-time", Map.of()))
                    .build(),
            List.of(
                    step(Duration.ofSeconds(10), 1, ScheduleStatus.GETTING_READY),
                    step(Duration.ofSeconds(20), 2, ScheduleStatus.RUNNING),
                    step(Duration.ofSeconds(30), 3, ScheduleStatus.FINISHED)));

    @Test
    void shiftsEveryEventToNow() {
        assertThat(timetable("1").events())
                .extracting(TimedEvent::taken)
                .containsExactly(START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30));
        assertThat(timetable("1").events())
                .allSatisfy(timed -> assertThat(timed.event().getVenueTime()).isEqualTo(timed.taken()));
        assertThat(timetable("1").end()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void playsFasterAtAHigherSpeed() {
        assertThat(timetable("4").events())
                .extracting(TimedEvent::taken)
                .containsExactly(START.plusMillis(2_500), START.plusMillis(5_000), START.plusMillis(7_500));
    }

    @Test
    void schedulesAUnitForWhenItRuns() {
        assertThat(timetable("2").definitions())
                .extracting(UnitDefinition::getScheduledStart)
                .containsExactly(START.plusSeconds(10));
    }

    @Test
    void replaysUnderAnotherCompetitionCode() {
        assertThat(timetable("1").definitions())
                .extracting(UnitDefinition::getCompetition)
                .containsExactly("LAB2024-R2");
        assertThat(timetable("1").events())
                .extracting(timed -> timed.event().getCompetition())
                .containsOnly("LAB2024-R2");
    }

    @Test
    void tellsHowLongTheEventsOfAResultTookFromWhenTheyWereMeantToBeTaken() {
        IntendedTimes times = new IntendedTimes();
        times.add(timetable("1"));

        Instant arrived = START.plusSeconds(21);
        assertThat(times.latencies(result(arrived, 1, 2)))
                .containsExactly(Duration.ofSeconds(11), Duration.ofSeconds(1));
        assertThat(times.latencies(result(arrived, 2, 4))).containsExactly(Duration.ofSeconds(1));
        assertThat(times.latencies(result(arrived))).isEmpty();
    }

    private static SeenResult result(Instant arrived, long... sequences) {
        return new SeenResult(
                UnitKey.of("LAB2024-R2", UNIT),
                "Final",
                1,
                null,
                LongStream.of(sequences)
                        .mapToObj(sequence -> new SeenResult.Event("TIMING-1", sequence))
                        .toList(),
                0,
                List.of(),
                List.of(),
                "",
                arrived);
    }

    private Timetable timetable(String speed) {
        return Timetable.of(List.of(script), START, new BigDecimal(speed), code -> code + "-R2");
    }

    private static RecordedStep step(Duration at, long sequence, ScheduleStatus status) {
        return new RecordedStep(
                at,
                VenueEvent.newBuilder()
                        .setCompetition("LAB2024")
                        .setFeed(FeedFlag.PRODUCTION)
                        .setVenue("STA")
                        .setSource("TIMING-1")
                        .setUnit(UNIT)
                        .setSequence(sequence)
                        .setVenueTime(Instant.parse("2024-08-04T19:50:00Z"))
                        .setKind(EventKind.SCHEDULE_STATUS)
                        .setScheduleStatus(status)
                        .build());
    }
}
