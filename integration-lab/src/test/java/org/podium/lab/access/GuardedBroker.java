package org.podium.lab.access;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.podium.lab.stack.FreePorts;

/**
 * A broker that asks every client for a certificate of its authority, takes the certificate's common name for the
 * client's principal, and grants nothing that was not granted: as the brokers of the deployment are set up.
 */
final class GuardedBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private GuardedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts one that shows the credential {@code broker-1}; {@code admin} may do everything on it. */
    static GuardedBroker start(Path directory, Credentials credentials) throws Exception {
        String bootstrapServers = "127.0.0.1:" + FreePorts.findOne();
        String controller = "127.0.0.1:" + FreePorts.findOne();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("log.dirs", directory.toString());
        settings.put("listeners", "CLIENTS://" + bootstrapServers + ",CONTROLLER://" + controller);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("ssl.keystore.location", credentials.file("broker-1.pem").toString());
        settings.put("ssl.truststore.location", credentials.file("ca.pem").toString());
        Properties properties = new Properties();
        properties.putAll(settings);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, bootstrapServers);
    }

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "CLIENTS"),
            Map.entry("listener.security.protocol.map", "CLIENTS:SSL,CONTROLLER:SSL"),
            Map.entry("ssl.client.auth", "required"),
            Map.entry("ssl.keystore.type", "PEM"),
            Map.entry("ssl.truststore.type", "PEM"),
            Map.entry("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT"),
            Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
            Map.entry("super.users", "User:broker-1;User:admin"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "500"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20)));

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
