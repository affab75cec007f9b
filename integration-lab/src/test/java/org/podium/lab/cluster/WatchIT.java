package org.podium.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.FreePorts;
import org.podium.lab.stack.Infrastructure;
import org.podium.model.id.VenueCode;

/** {@code podium watch} beside a cluster of one broker, which can keep one copy of everything and no more. */
class WatchIT {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void tellsOfWhatHasOneCopyOnlyOfControllersAndOfTheRegistry() throws Exception {
        try (DataDirectory data = DataDirectory.temporary();
                Infrastructure infrastructure =
                        Infrastructure.start(data, List.of(VenueCode.parse("STA")), step -> {}, why -> {})) {
            int port = FreePorts.findOne();
            try (Child watch = watch(data, infrastructure, port)) {
                watch.start();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> metrics(port).contains("podium_registry_reached{service=\"watch\"} 1.0"));

                assertThat(metrics(port).lines().map(line -> line.replace("{service=\"watch\"}", "")))
                        .contains(
                                "podium_cluster_controllers 1.0",
                                "podium_cluster_controllers_in_sync 1.0",
                                "podium_registry_reached 1.0",
                                "podium_cluster_brokers 1.0",
                                "podium_cluster_under_replicated 0.0",
                                "podium_cluster_leaderless 0.0",
                                "podium_cluster_single_copies " + (double) partitions(infrastructure));

                infrastructure.killRegistry();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> metrics(port).contains("podium_registry_reached{service=\"watch\"} 0.0"));
                assertThat(metrics(port)).contains("podium_cluster_reached{service=\"watch\"} 1.0");
                assertThat(watch.stop(STOP_LIMIT))
                        .as("ends when it is asked to")
                        .isTrue();
            }
        }
    }

    private static Child watch(DataDirectory data, Infrastructure infrastructure, int port) {
        return new Child(
                Jvm.command(
                        Tuning.FOR_ROOM,
                        64,
                        List.of(),
                        "org.podium.operations.OperationsMain",
                        List.of(
                                "watch",
                                "--set",
                                "podium.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                                "--set",
                                "podium.registry.address=" + infrastructure.registryAddress(),
                                "--set",
                                "podium.admin.port=" + port)),
                data.directory("logs").resolve("watch.log"));
    }

    private String metrics(int port) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    private static int partitions(Infrastructure infrastructure) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .map(TopicDescription::partitions)
                    .mapToInt(List::size)
                    .sum();
        }
    }
}
