package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;
import org.podium.streams.fold.Histories;

/**
 * The output is a function of the input: a replay, a restart or an event sent twice gives the same bytes. Where events
 * were read together some versions are left out, and the others are the same.
 */
class ReplayPropertiesTest {

    /** Few, since each starts the whole topology twice; the fold's own properties try more. */
    private static final int TRIES = 6;

    @Provide
    Arbitrary<List<VenueEvent>> timing() {
        return Histories.of(Voice.timing(), 25);
    }

    @Provide
    Arbitrary<List<VenueEvent>> desk() {
        return Histories.of(Voice.desk(), 6);
    }

    @Property(tries = TRIES)
    void aReplayGivesTheSameVersionsAndBytes(
            @ForAll("timing") List<VenueEvent> timing, @ForAll("desk") List<VenueEvent> desk) {
        try (TopologyBench first = new TopologyBench();
                TopologyBench again = new TopologyBench()) {
            for (TopologyBench bench : List.of(first, again)) {
                bench.define(Entries.sprint(Voice.FINAL));
                sendAll(bench, timing);
                sendAll(bench, desk);
            }

            assertSameBytes(again.feedBytes(), first.feedBytes());
            assertThat(first.results())
                    .extracting(Result::getVersion)
                    .containsExactlyElementsOf(upTo(first.results().size()));
            assertThat(again.rejects()).isEqualTo(first.rejects());
        }
    }

    @Property(tries = TRIES)
    void everyEventTwiceChangesNothing(@ForAll("timing") List<VenueEvent> timing) {
        try (TopologyBench once = new TopologyBench();
                TopologyBench twice = new TopologyBench()) {
            once.define(Entries.sprint(Voice.FINAL));
            twice.define(Entries.sprint(Voice.FINAL));
            sendAll(once, timing);
            timing.forEach(event -> twice.send(event, event));

            assertSameBytes(twice.feedBytes(), once.feedBytes());
        }
    }

    @Property(tries = TRIES)
    void aLateDefinitionGivesWhatAnEarlyOneGives(@ForAll("timing") List<VenueEvent> timing) {
        try (TopologyBench early = new TopologyBench();
                TopologyBench late = new TopologyBench()) {
            early.define(Entries.sprint(Voice.FINAL));
            sendAll(early, timing);
            sendAll(late, timing);
            assertThat(late.results()).isEmpty();
            late.define(Entries.sprint(Voice.FINAL));

            assertSameBytes(late.feedBytes(), early.feedBytes());
        }
    }

    @Property(tries = TRIES)
    void aRestartAtAnyPointIsNotSeen(@ForAll("timing") List<VenueEvent> timing) {
        int half = Math.max(1, timing.size() / 2);
        try (TopologyBench through = new TopologyBench();
                TopologyBench before = new TopologyBench()) {
            through.define(Entries.sprint(Voice.FINAL));
            before.define(Entries.sprint(Voice.FINAL));
            // The first one comes last, so that everything is held above it over the restart.
            sendAll(through, timing.subList(1, timing.size()));
            through.send(timing.getFirst());
            sendAll(before, timing.subList(1, half));
            try (TopologyBench after = before.restarted()) {
                sendAll(after, timing.subList(half, timing.size()));
                after.send(timing.getFirst());

                List<byte[]> parts = new ArrayList<>(before.feedBytes());
                parts.addAll(after.feedBytes());
                assertSameBytes(parts, through.feedBytes());
            }
        }
    }

    /** With no decoded unit in memory, every event reads its unit from the store, as after a restart. */
    @Property(tries = TRIES)
    void storingAndReadingAUnitAfterEveryEventChangesNothing(
            @ForAll("timing") List<VenueEvent> timing, @ForAll("desk") List<VenueEvent> desk) {
        try (TopologyBench kept = new TopologyBench();
                TopologyBench read = new TopologyBench(TopologyBench.FORGETFUL)) {
            for (TopologyBench bench : List.of(kept, read)) {
                bench.define(Entries.sprint(Voice.FINAL));
                sendAll(bench, timing.reversed());
                sendAll(bench, desk);
            }

            assertSameBytes(read.feedBytes(), kept.feedBytes());
        }
    }

    @Property(tries = TRIES)
    void eventsThatWereReadTogetherEndAsOneByOneAndAreShownOnce(
            @ForAll("timing") List<VenueEvent> timing, @ForAll @IntRange(min = 2, max = 9) int together) {
        try (TopologyBench alone = new TopologyBench();
                TopologyBench behind = new TopologyBench()) {
            for (TopologyBench bench : List.of(alone, behind)) {
                bench.define(Entries.sprint(Voice.FINAL));
            }
            sendAll(alone, timing);
            for (int from = 0; from < timing.size(); from += together) {
                behind.sendTogether(timing.subList(from, Math.min(timing.size(), from + together)));
            }

            assertThat(Result.newBuilder(behind.newest())
                            .setTakenAt(alone.newest().getTakenAt())
                            .setChange(alone.newest().getChange())
                            .build())
                    .isEqualTo(alone.newest());
            long last = 0;
            for (Result result : behind.results()) {
                assertThat(result.getVersion() - result.getChange().getEarlier().size())
                        .isEqualTo(last + 1);
                last = result.getVersion();
            }
            assertThat(sequences(behind)).doesNotHaveDuplicates().containsAll(sequences(alone));
            assertThat(behind.reasons()).containsExactlyInAnyOrderElementsOf(alone.reasons());
        }
    }

    /** Of the marks that versions were the first to show. */
    private static List<Long> sequences(TopologyBench bench) {
        return bench.results().stream()
                .map(Result::getChange)
                .flatMap(change -> Stream.concat(
                        change.getEarlier().stream().map(EarlierEvent::getSequence),
                        Stream.ofNullable(change.getSequence())))
                .toList();
    }

    private static void sendAll(TopologyBench bench, List<VenueEvent> events) {
        events.forEach(bench::send);
    }

    private static void assertSameBytes(List<byte[]> found, List<byte[]> expected) {
        assertThat(found.toArray(byte[][]::new)).isDeepEqualTo(expected.toArray(byte[][]::new));
    }

    private static List<Long> upTo(int last) {
        List<Long> versions = new ArrayList<>();
        for (long version = 1; version <= last; version++) {
            versions.add(version);
        }
        return versions;
    }
}
