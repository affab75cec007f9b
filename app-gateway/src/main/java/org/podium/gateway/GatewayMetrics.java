package org.podium.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Revision;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.guard.Blocks;
import org.podium.gateway.guard.Gate;
import org.podium.gateway.guard.Refusal;
import org.podium.gateway.subscription.FanOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names and meaning of everything that the gateway measures. */
final class GatewayMetrics implements FanOut.Observer, Gate.Observer {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayMetrics.class);

    private static final String LATENCY = "podium.gateway.latency";
    private static final String STREAMS = "podium.gateway.streams";
    private static final String SUBJECTS = "podium.gateway.subjects";
    private static final String WINDOW = "podium.gateway.window";
    private static final String SKIPPED = "podium.gateway.skipped";
    private static final String RESYNCS = "podium.gateway.resyncs";
    private static final String DISCONNECTS = "podium.gateway.disconnects";
    private static final String REFUSED = "podium.gateway.refused";
    private static final String BLOCKS = "podium.gateway.blocks";
    private static final String BLOCKED = "podium.gateway.blocked";
    private static final String CONNECTIONS = "podium.gateway.connections";
    private static final String ANSWERS = "podium.gateway.answers";

    /** The promise from the venue's clock to the client's screen. */
    private static final Duration BUDGET = Duration.ofMillis(2_500);

    private static final int STATUS_CLASS = 100;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer latency;
    private final Map<Frame.Reason, Counter> resyncs = new EnumMap<>(Frame.Reason.class);
    private final Map<Frame.Farewell, Counter> disconnects = new EnumMap<>(Frame.Farewell.class);
    private final Counter failed;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    GatewayMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.latency = Timer.builder(LATENCY)
                .description("From the venue agent's clock to a revision being written to readers")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        BUDGET)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        for (Frame.Reason reason : Frame.Reason.values()) {
            resyncs.put(reason, counter(RESYNCS, "Readers told that they missed something", "reason", reason.name()));
        }
        for (Frame.Farewell code : Frame.Farewell.values()) {
            disconnects.put(code, counter(DISCONNECTS, "Readers disconnected", "code", code.name()));
        }
        failed = counter(DISCONNECTS, "Readers disconnected", "code", "FAILED");
        for (Refusal reason : Refusal.values()) {
            refused.put(reason, counter(REFUSED, "Connections, requests and streams refused", "reason", reason.name()));
        }
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(registry);
    }

    void watch(Board board, Supplier<Number> streams) {
        Gauge.builder(STREAMS, streams).description("Open streams").register(registry);
        Gauge.builder(SUBJECTS, board, Board::size)
                .description("Units, events and organisations held")
                .register(registry);
        Gauge.builder(WINDOW, board, Board::windowSize)
                .description("Revisions in the window")
                .register(registry);
    }

    void watch(Gate gate) {
        Gauge.builder(CONNECTIONS, gate, Gate::connections)
                .description("Open connections, streams included")
                .register(registry);
        Gauge.builder(BLOCKED, gate, now -> now.blocks().all().size())
                .description("Addresses and tokens that are blocked now")
                .register(registry);
    }

    @Override
    public void refused(Refusal refusal) {
        count(refused.get(refusal));
    }

    @Override
    public void blocked(Blocks.Block block) {
        String reason = block.reason().map(Refusal::name).orElse("OPERATOR");
        Counter.builder(BLOCKS)
                .description("Addresses and tokens that were blocked")
                .tags("kind", block.party().kind().name(), "reason", reason)
                .register(registry)
                .increment();
        LOG.atWarn()
                .addKeyValue("kind", block.party().kind())
                .addKeyValue("name", block.party().name())
                .addKeyValue("reason", reason)
                .addKeyValue("until", block.until())
                .log("Blocked somebody who was refused too often");
    }

    @Override
    public void written(Revision revision) {
        latency.record(Math.max(0, clock.millis() - revision.times().taken()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void resynced(Frame.Reason reason) {
        count(resyncs.get(reason));
    }

    @Override
    public void left(Frame.Farewell farewell) {
        count(disconnects.get(farewell));
    }

    @Override
    public void failed() {
        count(failed);
    }

    private static void count(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    void skipped(String topic, String reason) {
        Counter.builder(SKIPPED)
                .description("Records that are not what their topic promises, left out")
                .tags("topic", topic, "reason", reason)
                .register(registry)
                .increment();
    }

    void answered(int status) {
        Counter.builder(ANSWERS)
                .description("Answers to HTTP requests, streams when they end")
                .tag("status", status / STATUS_CLASS + "xx")
                .register(registry)
                .increment();
    }
}
