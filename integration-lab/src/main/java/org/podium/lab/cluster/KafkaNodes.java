package org.podium.lab.cluster;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
import org.podium.lab.stack.StackException;
import org.podium.operations.kafka.ServerProperties;

/**
 * Controllers and brokers as processes, set as a deployment sets them ({@link ServerProperties}); what is added here is
 * where they are, and that they are small.
 */
final class KafkaNodes {

    private static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String MAIN = "kafka.Kafka";
    private static final int CONTROLLER_HEAP_MIB = 128;
    private static final int BROKER_HEAP_MIB = 320;

    /** Brokers have the ids from 1, controllers those from here. */
    private static final int FIRST_CONTROLLER = 101;

    /** A campaign writes about 5 MiB a second to each broker; a sparse file takes no more room than what is in it. */
    private static final long DISK_BYTES = 8L << 30;

    /** Two cores for all of them: the defaults are made for a broker that has a machine to itself. */
    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads",
            "2",
            "num.io.threads",
            "4",
            "num.recovery.threads.per.data.dir",
            "1",
            "log.cleaner.dedupe.buffer.size",
            Integer.toString(2 << 20),
            "log.index.size.max.bytes",
            Integer.toString(1 << 20),
            "metadata.log.segment.bytes",
            Integer.toString(64 << 20));

    private final Setup setup;
    private final DataDirectory data;
    private final Archives archives;
    private final String cluster = Uuid.randomUuid().toString();
    private final List<Integer> controllerPorts;
    private final List<Integer> brokerPorts;
    private final boolean withDisk;

    KafkaNodes(DataDirectory data, Archives archives, Setup setup) throws InterruptedException {
        this.data = data;
        this.archives = archives;
        this.withDisk = setup.disk() && SmallDisk.allowed();
        this.setup = setup;
        this.controllerPorts = FreePorts.find(setup.nodes());
        this.brokerPorts = FreePorts.find(setup.nodes());
    }

    /** Addresses for clients, separated by commas. */
    String bootstrapServers() {
        StringJoiner servers = new StringJoiner(",");
        brokerPorts.forEach(port -> servers.add("127.0.0.1:" + port));
        return servers.toString();
    }

    List<Member> controllers() throws InterruptedException {
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < controllerPorts.size(); index++) {
            members.add(controller(index));
        }
        return members;
    }

    List<Member> brokers() throws InterruptedException {
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < brokerPorts.size(); index++) {
            members.add(broker(index));
        }
        return members;
    }

    /** The controller with this id, as Kafka tells of it, among the members. */
    static int numberOfController(int node) {
        return node - FIRST_CONTROLLER + 1;
    }

    private Member controller(int index) throws InterruptedException {
        int port = controllerPorts.get(index);
        Properties properties = ServerProperties.controller();
        properties.put("process.roles", "controller");
        properties.put("node.id", Integer.toString(FIRST_CONTROLLER + index));
        properties.put("listeners", CONTROLLER_LISTENER + "://127.0.0.1:" + port);
        return member(Kind.CONTROLLER, index + 1, port, CONTROLLER_HEAP_MIB, properties);
    }

    private Member broker(int index) throws InterruptedException {
        int port = brokerPorts.get(index);
        Properties properties = ServerProperties.broker();
        properties.put("process.roles", "broker");
        properties.put("node.id", Integer.toString(index + 1));
        properties.put("listeners", "CLIENTS://127.0.0.1:" + port);
        properties.put("inter.broker.listener.name", "CLIENTS");
        return member(Kind.BROKER, index + 1, port, BROKER_HEAP_MIB, properties);
    }

    private Member member(Kind kind, int number, int port, int heapMiB, Properties properties)
            throws InterruptedException {
        Path directory = data.directory(kind + "-" + number);
        Path log = data.directory("logs").resolve("%s-%d.log".formatted(kind, number));
        properties.putAll(SMALL);
        properties.putAll(copies());
        properties.put("log.dirs", directory.resolve("log").toString());
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.quorum.voters", voters());
        Path file = directory.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
            format(Integer.parseInt(properties.getProperty("node.id")), directory.resolve("log"));
        } catch (Exception e) {
            throw new StackException("%s cannot be laid out: %s".formatted(directory, e.getMessage()), e);
        }
        List<String> command =
                Jvm.command(setup.tuning(), heapMiB, archives.options(kind, number), MAIN, List.of(file.toString()));
        SmallDisk disk = null;
        if (kind == Kind.BROKER && number == brokerPorts.size() && withDisk) {
            disk = SmallDisk.of(directory.resolve("disk"), directory.resolve("log"), DISK_BYTES);
            command = disk.mountedFor(command);
        }
        return new Member(kind, number, URI.create("tcp://127.0.0.1:" + port), command, disk, log);
    }

    /** How many copies of topics there are, and how many have to be written: a deployment has three and two. */
    private Map<String, String> copies() {
        String all = Integer.toString(setup.nodes());
        String least = Integer.toString(setup.leastCopies());
        return Map.of(
                "default.replication.factor",
                all,
                "offsets.topic.replication.factor",
                all,
                "transaction.state.log.replication.factor",
                all,
                "min.insync.replicas",
                least,
                "transaction.state.log.min.isr",
                least);
    }

    private String voters() {
        StringJoiner voters = new StringJoiner(",");
        for (int index = 0; index < controllerPorts.size(); index++) {
            voters.add("%d@127.0.0.1:%d".formatted(FIRST_CONTROLLER + index, controllerPorts.get(index)));
        }
        return voters.toString();
    }

    private void format(int node, Path directory) throws Exception {
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(node)
                .setClusterId(cluster)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }
}
