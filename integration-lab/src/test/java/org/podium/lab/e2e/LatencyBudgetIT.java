package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.lab.latency.Latencies;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.RecordedStep;
import org.podium.lab.recording.Recording;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Simulated;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.Stack;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;

/** What the product promises: every result at every client within 2.5 seconds, and the ranks that officials gave. */
@PodiumStack
class LatencyBudgetIT {

    private static final int SIMULATED = 30;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void everyResultOfSixtyUnitsLiveAtOnceArrivesInTimeWithItsOfficialRanks(Competition competition, Stack stack)
            throws Exception {
        Competition.warmUp(stack, 1);
        List<Recording> recordings = Competition.differentUnits(Integer.MAX_VALUE);
        List<Script> scripts = new ArrayList<>(
                recordings.stream().map(recording -> spread(recording, LENGTH)).toList());
        scripts.addAll(
                Simulated.units(SIMULATED, competition.code(), stack.plan().venues(), LENGTH));
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(60);
        Timetable timetable = competition.timetable(scripts);
        Verdict verdict = verdict(competition, recordings);
        Latencies latencies = competition.latencies(timetable);

        competition.play(timetable);
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(verdict.objections()).isEmpty();
            assertThat(competition.official()).isEqualTo(scripts.size());
        });

        System.out.printf(
                "%d units live at once, %d venue events, %d results: %s%n",
                scripts.size(), timetable.events().size(), latencies.all().count(), latencies.all());
        assertThat(latencies.all().count()).isPositive();
        assertThat(latencies.all().max()).isLessThan(Latencies.BUDGET);
        assertThat(competition.rejects()).isEmpty();
    }

    /** The recording's events, evenly over the length. */
    private static Script spread(Recording recording, Duration length) {
        List<RecordedStep> steps = recording.steps();
        List<RecordedStep> spread = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            spread.add(new RecordedStep(
                    length.multipliedBy(i).dividedBy(steps.size()), steps.get(i).event()));
        }
        return new Script(recording.definition(), spread);
    }

    private static Verdict verdict(Competition competition, List<Recording> recordings) {
        Map<UnitKey, OfficialResult> official = new HashMap<>();
        recordings.forEach(recording ->
                official.put(competition.unit(recording.definition().getUnit()), recording.official()));
        Verdict verdict = new Verdict(official);
        competition.onResult(verdict::saw);
        return verdict;
    }
}
