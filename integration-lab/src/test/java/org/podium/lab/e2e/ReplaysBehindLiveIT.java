package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.podium.lab.latency.Latencies;
import org.podium.lab.recording.RecordedStep;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Simulated;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.Stack;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.VenueEvent;

/** Events of units that are over do not stand in front of those of units that are live. */
@PodiumStack
class ReplaysBehindLiveIT {

    /** About 1,600 events: more than a small machine ranks within the budget. */
    private static final int OVER = 40;

    /** As {@code podium venue send --replay} sends them. */
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private static final int LIVE = 6;
    private static final Duration LENGTH = Duration.ofSeconds(12);
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String REPLAYS = TopicCatalogue.REPLAY_EVENTS.name();

    @Test
    void liveResultsComeInTimeWhileUnitsAreReplayed(Competition competition, Stack stack) throws Exception {
        Competition.warmUp(stack, 3);
        String over = competition.code() + "-OVER";
        List<Script> live =
                Simulated.units(LIVE, competition.code(), stack.plan().venues(), LENGTH);
        List<Script> replayed = Simulated.units(OVER, over, stack.plan().venues(), LENGTH);
        stack.venues().define(replayed.stream().map(Script::definition).toList());
        Timetable timetable = competition.timetable(live);
        Latencies latencies = competition.latencies(timetable);

        try (Competition replays = Competition.open(over, stack)) {
            CompletableFuture<Void> replay = CompletableFuture.runAsync(() -> replay(stack, replayed));
            competition.play(timetable);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(competition.official()).isEqualTo(LIVE));

            assertThat(replay).succeedsWithin(LIMIT);
            System.out.printf("%d units live while %d are replayed: %s%n", LIVE, OVER, latencies.all());
            assertThat(latencies.all().max()).isLessThan(Latencies.BUDGET);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(replays.official()).isEqualTo(OVER));
            assertThat(replays.rejects()).isEmpty();
        }
    }

    private static void replay(Stack stack, List<Script> scripts) {
        WireEncoder<VenueEvent> encoder = WireEncoder.of(VenueEvent.class, stack.registry());
        try (BareProducer producer = new BareProducer(stack)) {
            int partitions = producer.partitions(REPLAYS);
            for (Script script : scripts) {
                for (RecordedStep step : script.steps()) {
                    VenueEvent event = step.event();
                    EventKey key =
                            UnitKey.of(event.getCompetition(), event.getUnit()).event();
                    producer.send(
                            REPLAYS,
                            EventPartitions.partitionOf(key, partitions),
                            key.toString(),
                            encoder.encode(event));
                    Thread.sleep(BETWEEN);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take an event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
