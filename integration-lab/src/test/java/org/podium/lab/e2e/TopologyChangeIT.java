package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.stack.Stack;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;

/**
 * The two safe ways to another topology. One that keeps the names of its stores goes on with what is stored. One that
 * strands it is deployed under another application id, which computes everything anew from the topics: the same
 * versions, so that nobody who reads notices more than the wait.
 */
@PodiumStack
class TopologyChangeIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** Long recordings say nothing more here and take their time. */
    private static final int MOST_EVENTS = 80;

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void aTopologyThatKeepsItsStoresGoesOnWithWhatIsStored(Competition competition, Stack stack) throws Exception {
        sprint.begin(competition);
        competition.take(sprint.time("R1", "9.90"));
        UnitKey unit = competition.unit(Sprint.RSC);
        long before = competition.awaitResult(unit, TopologyChangeIT::hasARank).version();
        VenueCode venue = VenueCode.parse("NEW");

        stack.addVenue(venue);
        competition.take(sprint.time("R2", "9.80"));
        await().atMost(LIMIT).until(() -> competition.newest(unit).orElseThrow(), seen -> seen.version() > before);

        assertThat(topicsRead(stack)).contains(TopicCatalogue.venueEvents(venue).name());
        assertThat(Feed.of(competition.code(), stack).get(Sprint.RSC))
                .as("nothing was computed anew")
                .extracting(Result::getVersion)
                .containsExactlyElementsOf(upTo(before + 1));
    }

    /** Topics that members of any group have partitions of. */
    private static Set<String> topicsRead(Stack stack) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.infrastructure().bootstrapServers()))) {
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .map(TopicPartition::topic)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void anotherApplicationComputesTheSameVersionsAndGoesOn(Competition competition, Stack stack) throws Exception {
        List<Recording> recordings = Competition.differentUnits(MOST_EVENTS);
        for (Recording recording : recordings) {
            competition.define(recording.definition());
            recording.events().forEach(event -> competition.take(competition.now(event)));
        }
        String live = competition.code() + "-LIVE";
        try (Competition going = Competition.open(live, stack)) {
            sprint.begin(going);
            going.take(sprint.time("R1", "9.90"));
            long before = going.awaitResult(going.unit(Sprint.RSC), TopologyChangeIT::hasARank)
                    .version();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(competition.official()).isEqualTo(recordings.size()));
            Map<String, List<Result>> first = Feed.of(competition.code(), stack);

            stack.replaceStreams("podium-results-streams-2");
            going.take(sprint.time("R2", "9.80"));
            SeenResult next = await().atMost(LIMIT)
                    .until(() -> going.newest(going.unit(Sprint.RSC)).orElseThrow(), seen -> seen.version() > before);

            assertThat(next.version()).isEqualTo(before + 1);
            assertThat(versions(going)).containsExactlyElementsOf(upTo(next.version()));
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                Map<String, List<Result>> both = Feed.of(competition.code(), stack);
                first.forEach((unit, versions) -> {
                    List<Result> all = Objects.requireNonNull(both.get(unit), unit);
                    assertThat(all).as(unit).hasSizeGreaterThan(versions.size());
                    Feed.assertAlike(all.subList(versions.size(), all.size()), versions);
                });
            });
        }
        Map<String, Long> newest = new HashMap<>();
        competition.results().forEach(result -> {
            Long last = newest.put(result.unit().toString(), result.version());
            assertThat(result.version() - result.earlier())
                    .as("version of %s", result.unit())
                    .isEqualTo(last == null ? 1 : last + 1);
        });
    }

    private static boolean hasARank(SeenResult result) {
        return result.lines().stream().anyMatch(line -> line.rank() != null);
    }

    private static List<Long> versions(Competition competition) {
        return competition.results().stream().map(SeenResult::version).toList();
    }

    private static List<Long> upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }
}
