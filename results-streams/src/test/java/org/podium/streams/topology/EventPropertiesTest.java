package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.streams.bench.Meeting.FINAL;
import static org.podium.streams.bench.Meeting.HEAT_1;
import static org.podium.streams.bench.Meeting.HEAT_2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Meeting;
import org.podium.streams.bench.Voice;

/** What an event comes to depends on what was said, not on what was read first. */
class EventPropertiesTest {

    private static final int TRIES = 8;

    /** A made-up competition: who ran what, who bears an IRM, and a decision of the desk about a heat or the final. */
    record Story(List<String> times, int irmOf, Irm irm, int decided, boolean lists) {

        List<VenueEvent> events() {
            List<VenueEvent> events = new ArrayList<>();
            run(events, Meeting.timing(HEAT_1), Meeting.COMPETITORS.subList(0, 3), 0);
            run(events, Meeting.timing(HEAT_2), Meeting.COMPETITORS.subList(3, 6), 3);
            run(events, Meeting.timing(FINAL), List.of("C1", "C4", "C2", "C5"), 1);
            String[] units = {HEAT_1, HEAT_2, FINAL};
            events.add(Voice.because(
                    Voice.desk().about(units[decided % 3]).irm(1, Meeting.COMPETITORS.get(decided), Irm.DSQ),
                    "decided"));
            return events;
        }

        private void run(List<VenueEvent> events, Voice voice, List<String> competitors, int from) {
            long sequence = 1;
            if (lists && voice.unit().equals(FINAL)) {
                events.add(voice.startList(sequence++, competitors.toArray(String[]::new)));
            }
            events.add(voice.status(sequence++, ResultStatus.START_LIST));
            for (int i = 0; i < competitors.size(); i++) {
                int competitor = Meeting.COMPETITORS.indexOf(competitors.get(i));
                events.add(
                        competitor == irmOf
                                ? voice.irm(sequence++, competitors.get(i), irm)
                                : voice.time(sequence++, competitors.get(i), times.get((from + i) % times.size())));
            }
            events.add(voice.status(sequence, ResultStatus.OFFICIAL));
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(
                        Arbitraries.of("9.80", "9.90", "10.00", "10.10").list().ofSize(6),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Irm.DNS, Irm.DNF, Irm.DSQ),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false))
                .as(Story::new);
    }

    /**
     * The newest of everything, without how it came about. The event as text: Avro's records compare no instants that
     * may be null.
     */
    private record Seen(Map<String, List<ResultLine>> lines, String event) {

        static Seen of(TopologyBench bench) {
            Map<String, List<ResultLine>> lines = new TreeMap<>();
            bench.results().forEach(result -> lines.put(result.getUnit(), result.getLines()));
            EventResult newest = bench.newEvents().getLast();
            return new Seen(
                    lines,
                    EventResult.newBuilder(newest)
                            .setVersion(1)
                            .setTakenAt(Instant.EPOCH)
                            .setChange(null)
                            .build()
                            .toString());
        }
    }

    private static Seen play(List<Consumer<TopologyBench>> steps) {
        try (TopologyBench bench = new TopologyBench()) {
            steps.forEach(step -> step.accept(bench));
            return Seen.of(bench);
        }
    }

    private static List<Consumer<TopologyBench>> steps(List<VenueEvent> events) {
        List<Consumer<TopologyBench>> steps = new ArrayList<>();
        Meeting.units().forEach(unit -> steps.add(bench -> bench.define(unit)));
        steps.add(bench -> bench.organise(Meeting.event()));
        events.forEach(event -> steps.add(bench -> bench.send(event)));
        return steps;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anyOrderGivesTheSameEvent(@ForAll("stories") Story story, @ForAll long seed) {
        List<Consumer<TopologyBench>> shuffled = steps(story.events());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(play(shuffled)).isEqualTo(play(steps(story.events())));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aCorrectionThatIsTakenBackLeavesNothingOfIt(@ForAll("stories") Story story) {
        List<VenueEvent> plain = story.events();
        VenueEvent decision = plain.removeLast();
        List<VenueEvent> takenBack = new ArrayList<>(plain);
        takenBack.add(decision);
        takenBack.add(Voice.desk().about(decision.getUnit()).withdrawal(2, 1));

        assertThat(play(steps(takenBack))).isEqualTo(play(steps(plain)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void versionsAreContiguousAndARestartIsNotSeen(@ForAll("stories") Story story, @ForAll int at) {
        List<Consumer<TopologyBench>> steps = steps(story.events());
        int middle = Math.floorMod(at, steps.size());
        try (TopologyBench through = new TopologyBench();
                TopologyBench before = new TopologyBench()) {
            steps.forEach(step -> step.accept(through));
            steps.subList(0, middle).forEach(step -> step.accept(before));
            List<EventResult> found = new ArrayList<>(before.newEvents());
            List<byte[]> feed = new ArrayList<>(before.feedBytes());
            try (TopologyBench after = before.restarted()) {
                steps.subList(middle, steps.size()).forEach(step -> step.accept(after));
                found.addAll(after.newEvents());
                feed.addAll(after.feedBytes());
            }
            List<EventResult> expected = through.newEvents();

            assertThat(found)
                    .extracting(EventResult::toString)
                    .isEqualTo(expected.stream().map(EventResult::toString).toList());
            assertThat(feed.toArray(byte[][]::new))
                    .isDeepEqualTo(through.feedBytes().toArray(byte[][]::new));
            for (int i = 0; i < expected.size(); i++) {
                assertThat(expected.get(i).getVersion()).isEqualTo(i + 1);
            }
        }
    }
}
