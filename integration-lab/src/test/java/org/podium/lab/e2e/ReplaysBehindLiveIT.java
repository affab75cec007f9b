package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.podium.lab.latency.Latencies;
import org.podium.lab.recording.RecordedStep;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Simulated;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.Stack;
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
    void liveResultsComeInTimeWhileAWholeDayIsReplayed(Competition competition, Stack stack) throws Exception {
        Competition.warmUp(stack, 3);
        String over = competition.code() + "-OVER";
        List<Script> live =
                Simulated.units(LIVE, competition.code(), stack.plan().venues(), LENGTH);
        List<Script> replayed = Simulated.units(OVER, over, stack.plan().venues(), LENGTH);
        stack.venues().define(replayed.stream().map(Script::definition).toList());
        Timetable timetable = competition.timetable(live);
        Latencies latencies = competition.latencies(timetable);

        CompletableFuture<Void> replay = CompletableFuture.runAsync(() -> replay(stack, replayed));
        competition.play(timetable);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(competition.official()).isEqualTo(LIVE));

        assertThat(replay).succeedsWithin(LIMIT);
        System.out.printf("%d units live while %d are replayed: %s%n", LIVE, OVER, latencies.all());
        assertThat(latencies.all().max()).isLessThan(Latencies.BUDGET);
        try (Competition afterwards = Competition.open(over, stack)) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(afterwards.official()).isEqualTo(OVER));
            assertThat(afterwards.rejects()).isEmpty();
        }
    }

    private static void replay(Stack stack, List<Script> scripts) {
        WireEncoder<VenueEvent> encoder = WireEncoder.of(VenueEvent.class, stack.registry());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.infrastructure().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(REPLAYS).size();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Script script : scripts) {
                for (RecordedStep step : script.steps()) {
                    VenueEvent event = step.event();
                    UnitKey unit = UnitKey.of(event.getCompetition(), event.getUnit());
                    sent.add(producer.send(new ProducerRecord<>(
                            REPLAYS,
                            EventPartitions.partitionOf(unit.event(), partitions),
                            unit.event().toString().getBytes(StandardCharsets.UTF_8),
                            encoder.encode(event))));
                    LockSupport.parkNanos(BETWEEN.toNanos());
                }
            }
            assertThat(sent).allSatisfy(future -> assertThat(future).succeedsWithin(LIMIT));
        }
    }
}
