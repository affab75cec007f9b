package org.podium.streams.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;

/** Names and meaning of everything that the topology measures. What is measured decides nothing. */
public final class TopologyMetrics {

    private static final String ACCEPTED = "podium.streams.accepted";
    private static final String REPORTS = "podium.streams.reports";
    private static final String RESULTS = "podium.streams.results";
    private static final String LATENCY = "podium.streams.latency";
    private static final String PARKED = "podium.streams.parked";
    private static final String HELD = "podium.streams.held";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter accepted;
    private final Counter results;
    private final Timer latency;
    private final Map<TaskId, Long> parked = new ConcurrentHashMap<>();
    private final Map<TaskId, Map<UnitKey, Integer>> held = new ConcurrentHashMap<>();

    public TopologyMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.accepted = Counter.builder(ACCEPTED)
                .description("Events that were taken as they were, or with a flag")
                .register(registry);
        this.results = Counter.builder(RESULTS)
                .description("Versions of results published")
                .register(registry);
        this.latency = Timer.builder(LATENCY)
                .description("From the venue agent's clock to a result being handed to Kafka, not yet committed")
                .publishPercentiles(0.5, 0.99)
                .serviceLevelObjectives(
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2_500))
                .register(registry);
        Gauge.builder(
                        PARKED,
                        parked,
                        all -> all.values().stream().mapToLong(Long::longValue).sum())
                .description("Events that wait for their unit's definition")
                .register(registry);
        Gauge.builder(HELD, held, TopologyMetrics::sum)
                .description("Events above a gap, of units that were heard of since their task started here")
                .register(registry);
    }

    private static double sum(Map<TaskId, Map<UnitKey, Integer>> held) {
        return held.values().stream()
                .flatMap(units -> units.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What one task measures; to be closed with it. */
    Task task(TaskId id) {
        return new Task(id);
    }

    void accepted() {
        accepted.increment();
    }

    void published(Instant takenAt) {
        results.increment();
        Duration took = Duration.between(takenAt, clock.instant());
        latency.record(took.isNegative() ? Duration.ZERO : took);
    }

    void reported(Disposition disposition, RejectReason reason) {
        Counter.builder(REPORTS)
                .description("Records that were rejected, flagged or parked")
                .tags(
                        "disposition",
                        disposition.name().toLowerCase(Locale.ROOT),
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    /** What one task measures. */
    final class Task {

        private final TaskId id;
        private final Map<UnitKey, Integer> units = new ConcurrentHashMap<>();

        private Task(TaskId id) {
            this.id = id;
            held.put(id, units);
        }

        void parked(long records) {
            parked.put(id, records);
        }

        /** How many events of a unit are held above gaps now. */
        void held(UnitKey unit, int events) {
            if (events == 0) {
                units.remove(unit);
            } else {
                units.put(unit, events);
            }
        }

        void close() {
            parked.remove(id);
            held.remove(id);
        }
    }
}
