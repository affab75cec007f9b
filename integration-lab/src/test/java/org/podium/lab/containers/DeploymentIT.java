package org.podium.lab.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.lab.outside.Simulation;
import org.podium.lab.reader.ResultReader;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.trial.Findings;
import org.podium.lab.trial.Stretch;
import org.podium.lab.trial.Trial;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;
import org.podium.model.topic.TopicCatalogue;
import org.podium.operations.OperationsMain;

/** The whole deployment: brokers, services, load balancer and monitoring, from outside and with real credentials. */
class DeploymentIT {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** What counts here is that all of it arrives: three times as fast, a small machine is minutes behind. */
    private static final BigDecimal SPEED = BigDecimal.ONE;

    private static final int CUT_EVENTS_A_SECOND = 5;

    /** Units begin some seconds after they are defined. */
    private static final Duration CUT_AFTER = Duration.ofSeconds(12);

    private static final Duration CUT_FOR = Duration.ofSeconds(5);

    private static final JsonMapper JSON = new JsonMapper();

    private static Deployment deployment;
    private static HttpClient http;

    @BeforeAll
    static void up() throws Exception {
        http = HttpClient.newHttpClient();
        deployment = Deployment.up();
        await().atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> get(Deployment.LOAD_BALANCER, "/v1/competitions").statusCode() == 200);
    }

    @AfterAll
    static void down() throws Exception {
        if (deployment != null) {
            // What the sizing in docs/operations.md says.
            System.out.println(Deployment.run(
                    "docker",
                    "stats",
                    "--no-stream",
                    "--format",
                    "{{.Name}} {{.MemUsage}} sent and received {{.NetIO}}"));
            deployment.down();
        }
        http.close();
    }

    @Test
    void recordingsSentFromOutsideBecomeTheirOfficialResults() throws Exception {
        try (Simulation simulation = new Simulation(Deployment.cluster(), InstantSource.system())) {
            Map<UnitKey, OfficialResult> official = new HashMap<>();
            simulation
                    .recordings()
                    .forEach(recording -> official.put(
                            UnitKey.of(
                                    recording.definition().getCompetition(),
                                    recording.definition().getUnit()),
                            recording.official()));
            Verdict verdict = new Verdict(official);
            // Every version: a correction may follow so soon on a busy machine that only the newest is sent.
            URI stream = Deployment.LOAD_BALANCER.resolve("/v1/stream?delivery=every&detail=full");
            try (ResultReader reader = ResultReader.follow(stream, InstantSource.system(), verdict::saw)) {
                assertThat(reader.awaitCaughtUp(LIMIT)).isTrue();
                simulation.play(simulation.timetable(simulation.scripts(0), SPEED, code -> code));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(verdict.objections()).isEmpty());
            }
        }
        assertThat(broadcasterReads(TopicCatalogue.RESULTS_FEED.name())).contains("OG2024/ATHM100M");
    }

    /**
     * Cuts a part off the network for a while, as a switch that hangs does: its connections break without a word. What
     * small.yaml sets makes results late; how late is printed, and nothing else of the promise may break.
     */
    @ParameterizedTest
    @ValueSource(strings = {"streams-1", "gateway-1", "broker-1"})
    void nothingIsLostWhileAPartIsCutOff(String service) throws Exception {
        Trial.Place place =
                new Trial.Place(Deployment.cluster()::clientOf, Deployment.REGISTRY, List.of(Deployment.LOAD_BALANCER));
        String competition = service.toUpperCase(Locale.ROOT) + "-";
        try (DataDirectory data = DataDirectory.temporary();
                Trial trial = Trial.start(place, data, competition, CUT_EVENTS_A_SECOND)) {
            Stretch stretch = trial.begin();
            trial.pass(CUT_AFTER);
            deployment.disconnect(service);
            trial.pass(CUT_FOR);
            deployment.connect(service);
            trial.pass(CUT_AFTER);

            assertThat(trial.finish()).isTrue();

            Findings findings = stretch.findings();
            System.out.printf("%s cut off for %d s: %s%n", service, CUT_FOR.toSeconds(), findings.latencies());
            assertThat(findings.latencies().count()).isPositive();
            assertThat(findings.broken())
                    .as(() -> String.join("\n", findings.sentences()))
                    .allSatisfy((promise, count) -> assertThat(promise.equals("over") ? 0 : count)
                            .as(promise)
                            .isZero());
        }
    }

    /** Reads with kcat, which is another client in another language. */
    private static String broadcasterReads(String topic) throws Exception {
        return Deployment.run(
                "kcat",
                "-C",
                "-q",
                "-e",
                "-t",
                topic,
                "-o",
                "beginning",
                "-f",
                "%k\\n",
                "-b",
                Deployment.BROKERS,
                "-X",
                "security.protocol=ssl",
                "-X",
                "isolation.level=read_committed",
                "-X",
                "ssl.ca.location=" + Deployment.secrets().resolve("ca.pem"),
                "-X",
                "ssl.certificate.location=" + Deployment.secrets().resolve("broadcaster.crt"),
                "-X",
                "ssl.key.location=" + Deployment.secrets().resolve("broadcaster.key"));
    }

    @Test
    void aVenueCannotSpeakForAnother() throws Exception {
        assertThatThrownBy(() -> write(Deployment.client("venue-STA"), "venue.ALX.events"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void theControlRoomReadsWhatWasRejected() throws Exception {
        write(Deployment.client("venue-STA"), "venue.STA.events");

        await().atMost(LIMIT).untilAsserted(() -> {
            StringWriter printed = new StringWriter();
            List<String> arguments = new ArrayList<>(List.of("rejects"));
            for (String key : List.of(
                    "podium.kafka.bootstrap-servers=" + Deployment.BROKERS,
                    "podium.kafka.client-file=" + Deployment.secrets().resolve("control-room.properties"),
                    "podium.kafka.max-block=20s",
                    "podium.kafka.request-timeout=10s",
                    "podium.registry.address=" + Deployment.REGISTRY)) {
                arguments.addAll(List.of("--set", key));
            }
            assertThat(OperationsMain.run(new PrintWriter(printed), arguments.toArray(String[]::new)))
                    .isZero();
            assertThat(printed.toString()).contains(" NOT_AVRO ", "[venue.STA.events, partition ");
        });
    }

    @Test
    void aBroadcasterCannotWrite() throws Exception {
        assertThatThrownBy(() -> write(Deployment.client("broadcaster"), TopicCatalogue.RESULTS_FEED.name()))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobodyWithoutACredentialGetsIn() throws Exception {
        Map<String, Object> trusting = Deployment.client("venue-STA");
        trusting.keySet().removeIf(key -> key.startsWith("ssl.keystore"));
        assertThatThrownBy(() -> write(trusting, "venue.STA.events"))
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void nobodyOutsideRegistersASchema() throws Exception {
        URI versions = URI.create(Deployment.REGISTRY + "/subjects/org.podium.model.wire.Result/versions");
        HttpRequest register = HttpRequest.newBuilder(versions)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}"))
                .build();
        assertThat(http.send(register, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(http.send(HttpRequest.newBuilder(versions).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void deployingAgainChangesNothing() throws Exception {
        String output = deployment.compose("run", "--rm", "-T", "deploy");
        assertThat(output)
                .contains("The cluster is as the catalogue says.")
                .contains("The brokers grant what the catalogue says.")
                .contains("The registry has every schema of this build.")
                .doesNotContain(" created", " granted", " altered", " taken away");
    }

    @Test
    void servicesRunAsNobodySpecialOnAFileSystemThatTheyCannotChange() throws Exception {
        for (String service : List.of("streams-1", "streams-2", "gateway-1", "gateway-2", "watch")) {
            String container = deployment.container(service);
            assertThat(Deployment.run("docker", "inspect", "-f", "{{.HostConfig.ReadonlyRootfs}}", container)
                            .strip())
                    .as(service)
                    .isEqualTo("true");
            assertThat(Deployment.run("docker", "exec", container, "id", "-u").strip())
                    .as(service)
                    .isEqualTo("10001");
        }
    }

    @Test
    void everythingIsWatchedAndNoAlertFires() throws Exception {
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
            JsonNode targets =
                    JSON.readTree(get(Deployment.PROMETHEUS, "/api/v1/targets").body());
            assertThat(targets.at("/data/activeTargets"))
                    .hasSize(6)
                    .allSatisfy(target -> assertThat(target.path("health").asText())
                            .as(target.path("scrapeUrl").asText())
                            .isEqualTo("up"));
            assertThat(query("podium_cluster_brokers")).isEqualTo("3");
            assertThat(query("podium_cluster_controllers_in_sync")).isEqualTo("3");
            assertThat(query("podium_registry_reached")).isEqualTo("1");
            assertThat(query("podium_cluster_under_replicated")).isEqualTo("0");
            assertThat(query("podium_cluster_single_copies")).isEqualTo("0");
            assertThat(query("haproxy_backend_active_servers{proxy=\"gateways\"}"))
                    .isEqualTo("2");
            assertThat(query("count(podium_certificate_left_seconds > 86400)")).isNotEqualTo("0");
            assertThat(
                            query(
                                    "count(ALERTS{alertstate=\"firing\",alertname!~\"LatencyHigh|ResultOverBudget\"}) or vector(0)"))
                    .isEqualTo("0");
        });
    }

    private static String query(String expression) throws Exception {
        String query = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return JSON.readTree(get(Deployment.PROMETHEUS, query).body())
                .at("/data/result/0/value/1")
                .asText();
    }

    private static HttpResponse<String> get(URI base, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void write(Map<String, Object> client, String topic) throws Exception {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("max.block.ms", 10_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get(20, TimeUnit.SECONDS);
        }
    }
}
