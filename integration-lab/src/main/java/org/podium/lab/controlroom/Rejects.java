package org.podium.lab.controlroom;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.operations.rejects.RejectReader;

/** Follows what the pipeline rejects, flags and parks from the moment when it is opened. */
public final class Rejects implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RejectReader reader;
    private final List<RejectedEvent> all = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Rejects(RejectReader reader) {
        this.reader = reader;
        this.thread = Thread.ofPlatform().name("rejects").daemon().unstarted(this::follow);
    }

    /** Begins to follow. What is on the topic already is passed over. */
    public static Rejects follow(String bootstrapServers, SchemaRegistry registry) {
        Rejects rejects = new Rejects(RejectReader.open(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                registry,
                Optional.empty()));
        rejects.thread.start();
        return rejects;
    }

    private void follow() {
        try (reader) {
            while (true) {
                all.addAll(reader.poll(POLL));
            }
        } catch (WakeupException | InterruptException e) {
            // Closed.
        }
    }

    /** All so far, in the order of their arrival. */
    public List<RejectedEvent> all() {
        return List.copyOf(all);
    }

    /** Numbers by reason of those that the predicate takes. */
    public Map<RejectReason, Long> byReason(Predicate<RejectedEvent> which) {
        Map<RejectReason, Long> numbers = new EnumMap<>(RejectReason.class);
        all.stream().filter(which).forEach(reject -> numbers.merge(reject.getReason(), 1L, Long::sum));
        return numbers;
    }

    @Override
    public void close() {
        reader.wakeUp();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
