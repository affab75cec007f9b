package org.podium.lab.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.podium.lab.stack.Infrastructure;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Result;

/** Publishes versions of units as results-streams does: to the feed and to the newest, in one transaction. */
final class Publisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final WireEncoder<Result> encoder;
    private final List<String> units = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();

    Publisher(Infrastructure infrastructure, SchemaRegistry registry, int units) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        infrastructure.bootstrapServers(),
                        "transactional.id",
                        "gateway-kill",
                        "enable.idempotence",
                        true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        encoder = WireEncoder.of(Result.class, registry);
        for (int unit = 0; unit < units; unit++) {
            this.units.add("ATHM100M--------------HEAT%04d00--".formatted(unit + 1));
            versions.add(0L);
        }
    }

    /** The next version of every unit. */
    void publishAll() {
        producer.beginTransaction();
        for (int unit = 0; unit < units.size(); unit++) {
            long version = versions.get(unit) + 1;
            versions.set(unit, version);
            byte[] key = ("OG2024/" + units.get(unit)).getBytes(StandardCharsets.UTF_8);
            byte[] value = encoder.encode(result(units.get(unit), version));
            var _ = producer.send(new ProducerRecord<>(TopicCatalogue.RESULTS_FEED.name(), key, value));
            var _ = producer.send(new ProducerRecord<>(TopicCatalogue.RESULTS_UNITS.name(), key, value));
        }
        producer.commitTransaction();
    }

    /** Publishes so many versions a second for a while. */
    void publishFor(Duration length, int aSecond) {
        long start = System.nanoTime();
        long each = Duration.ofSeconds(1).toNanos() / aSecond;
        for (long version = 0; version * each < length.toNanos(); version++) {
            long due = start + version * each;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            publishAll();
        }
    }

    private static Result result(String unit, long version) {
        Instant now = Instant.now();
        return Result.newBuilder()
                .setCompetition("OG2024")
                .setUnit(unit)
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(version)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName("Heat")
                .setVenue("STA")
                .setVenueName("Stadium")
                .setScheduledStart(now)
                .setMedalEvent(false)
                .setSource("TIMING-1")
                .setVenueTime(now)
                .setTakenAt(now)
                .setChange(Change.newBuilder().setKind(ChangeKind.MARK).build())
                .setLines(new ArrayList<>())
                .build();
    }

    /** Newest version of each unit. */
    Map<String, Long> newest() {
        Map<String, Long> newest = new TreeMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            newest.put(units.get(unit), versions.get(unit));
        }
        return newest;
    }

    @Override
    public void close() {
        producer.close();
    }
}
