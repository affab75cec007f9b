package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.podium.lab.latency.Latencies;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.replay.IntendedTimes;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.Stack;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;

/** What the product promises: every result at every client within 2.5 seconds, and the ranks that officials gave. */
@PodiumStack
class LatencyBudgetIT {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void everyResultOfSixtyUnitsLiveAtOnceArrivesInTimeWithItsOfficialRanks(Competition first, Stack stack)
            throws Exception {
        List<Recording> recordings = differentUnits();
        try (Competition warmUp = Competition.open("IT-WARM-UP", stack);
                Competition second = Competition.open("IT-SECOND", stack)) {
            Play rehearsal = new Play(warmUp, recordings, WARM_UP);
            warmUp.play(rehearsal.timetable);
            rehearsal.awaitAllOfficial();

            Play one = new Play(first, recordings, LENGTH);
            Play other = new Play(second, recordings, LENGTH);
            assertThat(one.units() + other.units()).isGreaterThanOrEqualTo(60);
            Thread.ofPlatform().start(() -> {
                try {
                    second.play(other.timetable);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            first.play(one.timetable);
            one.awaitAllOfficial();
            other.awaitAllOfficial();

            one.tell();
            other.tell();
            assertThat(one.latencies.all().max()).isLessThan(Latencies.BUDGET);
            assertThat(other.latencies.all().max()).isLessThan(Latencies.BUDGET);
        }
    }

    /** Units of two competitions may share an RSC; under one code they would be one. */
    private static List<Recording> differentUnits() {
        Set<String> units = new HashSet<>();
        return Recordings.load().stream()
                .filter(recording -> units.add(recording.definition().getUnit()))
                .toList();
    }

    /** One competition's replay, all units live over its whole length. */
    private static final class Play {

        private final Competition competition;
        private final Timetable timetable;
        private final Verdict verdict;
        private final Latencies latencies = new Latencies();

        Play(Competition competition, List<Recording> recordings, Duration length) {
            this.competition = competition;
            this.timetable = competition.timetable(recordings, length);
            Map<UnitKey, OfficialResult> official = new HashMap<>();
            recordings.forEach(recording ->
                    official.put(competition.unit(recording.definition().getUnit()), recording.official()));
            this.verdict = new Verdict(official);
            IntendedTimes intended = new IntendedTimes();
            intended.add(timetable);
            competition.onResult(result -> {
                verdict.saw(result);
                intended.of(result.unit(), result.source(), result.sequence())
                        .map(taken -> Duration.between(taken, result.arrived()))
                        .ifPresent(latencies::record);
            });
        }

        int units() {
            return verdict.units();
        }

        void awaitAllOfficial() {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(verdict.objections()).isEmpty());
        }

        void tell() {
            System.out.printf(
                    "%s: %d units live at once, %d results: %s%n",
                    competition.code(), units(), latencies.all().count(), latencies.all());
        }
    }
}
