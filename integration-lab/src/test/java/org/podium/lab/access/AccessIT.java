package org.podium.lab.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.OperationsMain;
import org.podium.operations.run.ExitCode;

/** What {@code podium topics apply} and {@code podium access apply} make of a cluster that checks. */
class AccessIT {

    private static final Topic STADIUM = TopicCatalogue.venueEvents(new VenueCode("STA"));
    private static final Topic POOL = TopicCatalogue.venueEvents(new VenueCode("AQC"));
    private static final int PARTITIONS = 2;
    private static final byte[] VALUE = {1, 2, 3};

    @TempDir
    private static Path directory;

    private static Credentials credentials;
    private static Credentials strangers;
    private static GuardedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        credentials = Credentials.make(
                directory.resolve("credentials"),
                "broker-1=localhost,127.0.0.1",
                "admin",
                "venue-STA",
                "venue-OLD",
                "broadcaster",
                "results-streams");
        strangers = Credentials.make(directory.resolve("strangers"), "venue-STA", "admin");
        broker = GuardedBroker.start(directory.resolve("broker"), credentials);
        assertThat(run("STA,AQC", "topics", "apply")).isEqualTo(ExitCode.OK.status());
        assertThat(run("STA,AQC", "access", "apply")).isEqualTo(ExitCode.OK.status());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aVenueWritesItsOwnTopic() throws Exception {
        write(credentials.client("venue-STA"), STADIUM);
    }

    @Test
    void aVenueCannotWriteWhatAnotherSays() {
        Stream.of(POOL, TopicCatalogue.DESK_EVENTS, TopicCatalogue.REFERENCE_UNITS, TopicCatalogue.RESULTS_FEED)
                .forEach(topic -> assertThatThrownBy(() -> write(credentials.client("venue-STA"), topic))
                        .as(topic.name())
                        .hasRootCauseInstanceOf(TopicAuthorizationException.class));
    }

    @Test
    void aVenueSeesNoOtherTopic() {
        Stream.of(POOL, TopicCatalogue.RESULTS_FEED, TopicCatalogue.RESULTS_REJECTED)
                .forEach(topic -> assertThatThrownBy(() -> partitionsSeenBy("venue-STA", topic))
                        .as(topic.name())
                        .isInstanceOf(TopicAuthorizationException.class));
    }

    @Test
    void aBroadcasterReadsResults() throws Exception {
        assertThat(partitionsSeenBy("broadcaster", TopicCatalogue.RESULTS_FEED)).isEqualTo(PARTITIONS);
        assertThat(partitionsSeenBy("broadcaster", TopicCatalogue.RESULTS_MEDALS))
                .isEqualTo(PARTITIONS);
    }

    @Test
    void aBroadcasterReadsNothingElseAndWritesNothing() {
        Stream.of(STADIUM, TopicCatalogue.DESK_EVENTS, TopicCatalogue.RESULTS_REJECTED)
                .forEach(topic -> assertThatThrownBy(() -> partitionsSeenBy("broadcaster", topic))
                        .as(topic.name())
                        .isInstanceOf(TopicAuthorizationException.class));
        assertThatThrownBy(() -> write(credentials.client("broadcaster"), TopicCatalogue.RESULTS_FEED))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoShowsNoCredentialIsRefused() throws Exception {
        Map<String, Object> trusting = new HashMap<>(credentials.client("venue-STA"));
        trusting.keySet().removeIf(key -> key.startsWith("ssl.keystore"));

        assertThatThrownBy(() -> write(trusting, STADIUM)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void whoSpeaksPlainTextIsRefused() {
        assertThatThrownBy(() -> write(Map.of("max.block.ms", 3_000), STADIUM))
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whileTheAuthorityChangesBrokersAndClientsOfBothKnowEachOther() throws Exception {
        Credentials changing = Credentials.make(directory.resolve("changing"), "broker-1=127.0.0.1", "admin");
        changing.change("--new-authority");
        Map<String, Object> before = changing.client("admin");
        changing.change("--renew", "admin");
        try (GuardedBroker server = GuardedBroker.start(directory.resolve("changing-broker"), changing)) {
            for (Map<String, Object> client : List.of(before, changing.client("admin"))) {
                client.put("bootstrap.servers", server.bootstrapServers());
                try (Admin admin = Admin.create(client)) {
                    assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS))
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void aCredentialOfAnotherAuthorityIsRefusedWhateverNameItCarries() throws Exception {
        Map<String, Object> forged = new HashMap<>(strangers.client("admin"));
        forged.put(
                "ssl.truststore.certificates", credentials.client("venue-STA").get("ssl.truststore.certificates"));

        assertThatThrownBy(() -> write(forged, STADIUM)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void aClientRefusesABrokerOfAnotherAuthority() {
        assertThatThrownBy(() -> write(strangers.client("venue-STA"), STADIUM))
                .hasStackTraceContaining(SslAuthenticationException.class.getName());
    }

    @Test
    void onlyTheAdministratorMayGrant() {
        assertThat(runAs("venue-STA", "STA,AQC", "access", "apply")).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThatThrownBy(() -> {
                    try (Admin admin = admin("results-streams")) {
                        admin.createAcls(List.of(write("User:venue-STA", "venue.", PatternType.PREFIXED)))
                                .all()
                                .get();
                    }
                })
                .hasRootCauseInstanceOf(ClusterAuthorizationException.class);
    }

    @Test
    void applyingTwiceChangesNothing() {
        assertThat(run("STA,AQC", "access", "describe")).isEqualTo(ExitCode.OK.status());
        assertThat(run("STA,AQC", "access", "apply")).isEqualTo(ExitCode.OK.status());
        assertThat(run("STA,AQC", "access", "describe")).isEqualTo(ExitCode.OK.status());
    }

    @Test
    void takesAwayWhatWasGrantedByHandAndWhatBelongedToAVenueThatLeft() throws Exception {
        try (Admin admin = admin("admin")) {
            admin.createAcls(List.of(
                            write("User:venue-STA", POOL.name(), PatternType.LITERAL),
                            write("User:venue-OLD", "venue.OLD.events", PatternType.LITERAL),
                            write("User:somebody", "elsewhere", PatternType.LITERAL)))
                    .all()
                    .get();
            assertThat(run("STA,AQC", "access", "describe")).isEqualTo(ExitCode.NO.status());

            assertThat(run("STA,AQC", "access", "apply")).isEqualTo(ExitCode.OK.status());

            assertThat(grants(admin))
                    .doesNotContain("User:venue-STA " + POOL.name(), "User:venue-OLD venue.OLD.events")
                    .contains("User:somebody elsewhere", "User:venue-STA " + STADIUM.name());
        }
    }

    @Test
    void changesNothingWhileAGrantReachesFurther() throws Exception {
        AclBinding wide = write("User:somebody", "venue.", PatternType.PREFIXED);
        try (Admin admin = admin("admin")) {
            admin.createAcls(List.of(wide)).all().get();
            try {
                assertThat(run("STA,AQC,NEW", "access", "apply")).isEqualTo(ExitCode.NO.status());
                assertThat(grants(admin)).doesNotContain("User:venue-NEW venue.NEW.events");
            } finally {
                admin.deleteAcls(List.of(wide.toFilter())).all().get();
            }
        }
    }

    private static List<String> grants(Admin admin) throws Exception {
        List<String> grants = new ArrayList<>();
        admin.describeAcls(AclBindingFilter.ANY)
                .values()
                .get()
                .forEach(grant -> grants.add(
                        grant.entry().principal() + " " + grant.pattern().name()));
        return grants;
    }

    private static AclBinding write(String principal, String topic, PatternType type) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, type),
                new AccessControlEntry(principal, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private static void write(Map<String, Object> client, Topic topic) throws Exception {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("bootstrap.servers", broker.bootstrapServers());
        properties.putIfAbsent("max.block.ms", 10_000);
        properties.put("delivery.timeout.ms", 10_000);
        properties.put("request.timeout.ms", 5_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), VALUE, VALUE)).get(20, TimeUnit.SECONDS);
        }
    }

    private static int partitionsSeenBy(String name, Topic topic) throws Exception {
        Map<String, Object> properties = credentials.client(name);
        properties.put("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.partitionsFor(topic.name(), Duration.ofSeconds(10)).size();
        }
    }

    private static Admin admin(String name) throws Exception {
        Map<String, Object> properties = credentials.client(name);
        properties.put("bootstrap.servers", broker.bootstrapServers());
        return Admin.create(properties);
    }

    private static int run(String venues, String... command) {
        return runAs("admin", venues, command);
    }

    private static int runAs(String name, String venues, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        Map.of(
                        "podium.venues", venues,
                        "podium.kafka.bootstrap-servers", broker.bootstrapServers(),
                        "podium.kafka.client-file",
                                credentials.file(name + ".properties").toString())
                .forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        if (command[0].equals("topics")) {
            arguments.addAll(List.of("--set", "podium.topics.partitions=" + PARTITIONS));
            arguments.addAll(List.of("--set", "podium.topics.replication=1", "--set", "podium.topics.min-in-sync=1"));
        }
        return OperationsMain.run(arguments.toArray(String[]::new));
    }
}
