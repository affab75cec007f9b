package org.podium.lab.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker and controller in this JVM, on free loopback ports. */
final class Broker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private Broker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on what the directory holds, formatting it when it holds nothing.
     *
     * @param onDeath told why when the broker gives up later, where on its own it would end the JVM
     */
    static Broker start(Path directory, Consumer<String> onDeath) {
        endNothingButTheBroker(onDeath);
        List<Integer> ports = FreePorts.find(2);
        String bootstrapServers = "127.0.0.1:" + ports.get(0);
        String controller = "127.0.0.1:" + ports.get(1);
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        properties.put("log.dirs", directory.toString());
        properties.put("listeners", "CLIENTS://" + bootstrapServers + ",CONTROLLER://" + controller);
        properties.put("controller.quorum.voters", NODE + "@" + controller);
        try {
            format(directory);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
            return new Broker(server, bootstrapServers);
        } catch (Exception e) {
            throw new StackException(
                    "The broker does not start on %s: %s. Its log is in the directory's logs; without need of the old data, delete the directory"
                            .formatted(directory, e.getMessage()),
                    e);
        }
    }

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "CLIENTS"),
            Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            // Topics come from the catalogue alone.
            Map.entry("auto.create.topics.enable", "false"),
            // A single node: nobody to replicate to, and few partitions make a quick start.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // Latency: a group forms at once, a transaction's partition is added without the default pause of 20 ms,
            // and a
            // transaction that its owner left open is aborted within 200 ms of its timeout.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "500"),
            Map.entry("add.partitions.to.txn.retry.backoff.ms", "1"),
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200"),
            // Two cores: the defaults of 3 and 8 threads only take turns.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            // The cleaner's buffer is 128 MiB by default.
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
            Map.entry("metadata.log.segment.bytes", Integer.toString(64 << 20)),
            // After a crash the controller takes the broker back once its old session has ended, 9 s by default.
            // Shorter
            // would fence it when a busy machine stalls.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"));

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }

    /** Kafka ends the JVM on a fault that it cannot mend, such as a full disk. In this JVM others live too. */
    private static void endNothingButTheBroker(Consumer<String> onDeath) {
        Exit.Procedure report =
                (status, message) -> onDeath.accept(message == null ? "it gave up with status " + status : message);
        Exit.setExitProcedure(report);
        Exit.setHaltProcedure(report);
    }

    /** Address for clients, {@code host:port}. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** What a client needs to connect. */
    Map<String, Object> clientProperties() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
