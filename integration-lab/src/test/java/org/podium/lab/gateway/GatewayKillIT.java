package org.podium.lab.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
import org.podium.lab.stack.Infrastructure;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.topic.TopicCatalogue;

/**
 * One of two gateways is killed while results come, and later started again and asked to leave: no client notices more
 * than a pause. Everyone has every unit's newest version in the end, and the readers of every version have each one
 * once, also those that were away for longer than the gateways' windows reach.
 */
final class GatewayKillIT {

    private static final int UNITS = 12;
    private static final int VERSIONS_A_SECOND = 15;
    private static final int CLIENTS_A_KIND = 8;
    private static final Duration STRETCH = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final List<String> QUERIES =
            List.of("delivery=newest", "delivery=every", "delivery=every&detail=summary");

    private final List<Client> clients = new ArrayList<>();

    @Test
    void losingAGatewayIsAPauseAndNothingElse() throws Exception {
        List<Integer> ports = FreePorts.find(4);
        try (DataDirectory data = DataDirectory.temporary();
                Infrastructure infrastructure =
                        Infrastructure.start(data, List.of(VenueCode.parse("STA")), step -> {}, why -> {});
                ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(infrastructure.registryAddress());
                Publisher publisher = new Publisher(infrastructure, registry, UNITS);
                HttpClient http = HttpClient.newHttpClient()) {
            publisher.publishAll();
            Path logs = data.directory("gateways");
            try (GatewayProcess staying = GatewayProcess.start(
                            infrastructure, ports.get(0), ports.get(1), logs.resolve("staying.log"));
                    GatewayProcess killed = GatewayProcess.start(
                            infrastructure, ports.get(2), ports.get(3), logs.resolve("killed.log"))) {
                await().atMost(LIMIT).until(() -> staying.ready() && killed.ready());
                open(http, List.of(staying.address(), killed.address()));
                await().atMost(LIMIT).until(() -> clients.stream().allMatch(client -> has(client, publisher)));

                String early = clients.getFirst().follower().position().orElseThrow();
                publisher.publishFor(STRETCH, VERSIONS_A_SECOND);
                killed.kill();
                publisher.publishFor(STRETCH, VERSIONS_A_SECOND);
                everybodyHasEverything(publisher);
                assertThat(clients.stream()
                                .filter(client -> client.follower().connections() > 1)
                                .count())
                        .as("clients that were connected to the gateway that was killed")
                        .isGreaterThanOrEqualTo(clients.size() / 2);

                try (GatewayProcess back =
                        GatewayProcess.start(infrastructure, ports.get(2), ports.get(3), logs.resolve("back.log"))) {
                    await().atMost(LIMIT).until(back::ready);
                    List<Client> readers = clients.stream()
                            .filter(client -> client.isConnectedTo(staying.address()))
                            .toList();
                    staying.terminate();
                    publisher.publishFor(STRETCH, VERSIONS_A_SECOND);
                    await().atMost(LIMIT).until(staying::ended);
                    everybodyHasEverything(publisher);
                    assertThat(readers)
                            .as("who is asked to leave says goodbye to everybody")
                            .isNotEmpty()
                            .allSatisfy(client -> assertThat(client.follower().goodbyes())
                                    .as(client.name())
                                    .containsExactly("SHUTTING_DOWN"));
                    tellsWhatRetentionHasOvertaken(infrastructure, http, back.address(), early, publisher);
                }
            } finally {
                clients.forEach(Client::close);
            }
        }
    }

    private static void tellsWhatRetentionHasOvertaken(
            Infrastructure infrastructure, HttpClient http, URI gateway, String early, Publisher publisher)
            throws Exception {
        String feed = TopicCatalogue.RESULTS_FEED.name();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            TopicDescription description = Objects.requireNonNull(
                    admin.describeTopics(List.of(feed)).allTopicNames().get().get(feed));
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int partition = 0; partition < description.partitions().size(); partition++) {
                all.put(new TopicPartition(feed, partition), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        }
        try (Client late = new Client(http, List.of(gateway), 0, "delivery=every", false, Optional.of(early))) {
            await().atMost(LIMIT).until(() -> late.follower().resyncs() == 1 && has(late, publisher));
        }
    }

    private void open(HttpClient http, List<URI> gateways) {
        for (String query : QUERIES) {
            for (int i = 0; i < CLIENTS_A_KIND; i++) {
                clients.add(new Client(http, gateways, i, query, false, Optional.empty()));
                clients.add(new Client(http, gateways, i, query, true, Optional.empty()));
            }
        }
    }

    private static boolean has(Client client, Publisher publisher) {
        return publisher.newest().entrySet().stream()
                .allMatch(unit -> client.follower().version(unit.getKey()) == unit.getValue());
    }

    private void everybodyHasEverything(Publisher publisher) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(clients)
                        .allSatisfy(client -> publisher
                                .newest()
                                .forEach((unit, version) -> assertThat(
                                                client.follower().version(unit))
                                        .as("%s: %s", client.name(), unit)
                                        .isEqualTo(version))));
        assertThat(clients)
                .allSatisfy(client ->
                        assertThat(client.follower().faults()).as(client.name()).isEmpty());
        assertThat(clients)
                .filteredOn(client -> client.name().contains("every"))
                .allSatisfy(client -> assertThat(client.follower().resyncs())
                        .as("%s got what it missed and did not start anew", client.name())
                        .isZero());
    }
}
