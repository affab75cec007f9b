package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.Recording;
import org.podium.lab.stack.Stack;
import org.podium.lab.verdict.Verdict;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.VenueEvent;

/**
 * The output is a function of the input: what is sent again, or in another order, or through a restart, comes to the
 * same.
 */
@PodiumStack
class ReplayIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Long recordings say nothing more here and take their time. */
    private static final int MOST_EVENTS = 80;

    private static final long SEED = 20_240_804;

    private final List<Recording> recordings = Competition.differentUnits(MOST_EVENTS);

    @Test
    void everyEventTwiceAndARestartInTheMiddleGiveTheSameVersions(Competition plain, Stack stack) throws Exception {
        Verdict plainVerdict = verdict(plain);
        define(plain);
        send(plain, venueEvents(), plain::take);
        awaitOfficial(plain, stack);
        send(plain, deskEvents(), plain::take);
        awaitAgreement(plainVerdict);

        try (Competition twice = Competition.open(plain.code() + "-TWICE", stack)) {
            Verdict verdict = verdict(twice);
            define(twice);
            List<VenueEvent> events = venueEvents();
            int middle = events.size() / 2;
            send(twice, events.subList(0, middle), event -> takeTwice(twice, event));
            Thread restart = Thread.ofPlatform().start(() -> {
                try {
                    stack.restartStreams();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            send(twice, events.subList(middle, events.size()), event -> takeTwice(twice, event));
            restart.join();
            awaitOfficial(twice, stack);
            send(twice, deskEvents(), event -> takeTwice(twice, event));
            awaitAgreement(verdict);

            Map<String, List<Result>> expected = Feed.of(plain.code(), stack);
            Map<String, List<Result>> found = Feed.of(twice.code(), stack);
            assertThat(expected).hasSize(recordings.size());
            assertThat(found).hasSameSizeAs(expected);
            found.forEach(
                    (unit, versions) -> Feed.assertAlike(versions, Objects.requireNonNull(expected.get(unit), unit)));
            assertThat(twice.rejects())
                    .containsOnlyKeys(RejectReason.DUPLICATE_SEQUENCE)
                    .containsEntry(
                            RejectReason.DUPLICATE_SEQUENCE,
                            (long) events.size() + deskEvents().size());
        }
    }

    @Test
    void anyOrderOfOneSourcesEventsComesToTheSameResults(Competition shuffled, Stack stack) throws Exception {
        Verdict verdict = verdict(shuffled);
        define(shuffled);
        List<VenueEvent> events = venueEvents();
        Collections.shuffle(events, new Random(SEED));
        send(shuffled, events, shuffled::take);
        awaitOfficial(shuffled, stack);
        send(shuffled, deskEvents(), shuffled::take);

        awaitAgreement(verdict);
        for (Recording recording : recordings) {
            SeenResult newest = shuffled.newest(
                            shuffled.unit(recording.definition().getUnit()))
                    .orElseThrow();
            assertThat(newest.flags()).doesNotContain("SEQUENCE_GAP");
        }
    }

    private void define(Competition competition) throws InterruptedException {
        for (Recording recording : recordings) {
            competition.define(recording.definition());
        }
        // Definitions are fetched in portions, and events that overtake the last of them are parked and reported.
        Thread.sleep(Competition.LEAD);
    }

    private static void send(Competition competition, List<VenueEvent> events, Consumer<VenueEvent> agent) {
        events.forEach(event -> agent.accept(competition.now(event)));
    }

    private static void takeTwice(Competition competition, VenueEvent event) {
        competition.take(event);
        competition.take(event);
    }

    private Verdict verdict(Competition competition) {
        Map<UnitKey, OfficialResult> official = new HashMap<>();
        recordings.forEach(recording ->
                official.put(competition.unit(recording.definition().getUnit()), recording.official()));
        Verdict verdict = new Verdict(official);
        competition.onResult(verdict::saw);
        return verdict;
    }

    /** Waits until every unit is official, so that the desk speaks after the venues have. */
    private void awaitOfficial(Competition competition, Stack stack) throws InterruptedException {
        assertThat(stack.venues().flush()).isTrue();
        await().atMost(LIMIT).untilAsserted(() -> {
            for (Recording recording : recordings) {
                VenueEvent last = recording.events().getLast();
                assertThat(competition.newest(competition.unit(last.getUnit())))
                        .hasValueSatisfying(
                                result -> assertThat(result.official()).isTrue());
            }
        });
    }

    private static void awaitAgreement(Verdict verdict) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(verdict.objections()).isEmpty());
    }

    private List<VenueEvent> venueEvents() {
        List<VenueEvent> events = new ArrayList<>();
        recordings.forEach(recording -> events.addAll(recording.events()));
        return events;
    }

    private List<VenueEvent> deskEvents() {
        return recordings.stream()
                .flatMap(recording -> recording.deskEvents().stream())
                .toList();
    }
}
