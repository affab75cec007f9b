package org.podium.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.model.id.CompetitionCode;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;
import org.podium.streams.simulator.SimulatedUnit;
import org.podium.streams.simulator.SimulationSettings;
import org.podium.streams.simulator.Simulator;

/** What becomes of events that a thread which is behind has read together. */
class ReadTogetherTest {

    private static final Voice TIMING = Voice.timing();
    private static final Voice OTHER = TIMING.about(Voice.OTHER_FINAL);

    private TopologyBench bench = new TopologyBench();

    @BeforeEach
    void twoRacesAreOn() {
        begin(bench);
    }

    private static void begin(TopologyBench bench) {
        for (Voice voice : List.of(TIMING, OTHER)) {
            bench.define(Entries.sprint(voice.unit()));
            bench.send(
                    voice.startList(1, "C1", "C2", "C3", "C4"),
                    voice.status(2, ResultStatus.START_LIST),
                    voice.status(3, ResultStatus.LIVE));
        }
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void marksOfAUnitMakeOneVersionThatNamesThemAll() {
        long before = bench.newest(Voice.FINAL).getVersion();
        double accepted = accepted();

        bench.sendTogether(
                List.of(TIMING.time(4, "C1", "9.90"), TIMING.time(5, "C2", "9.80"), TIMING.time(6, "C3", "9.85")));

        Result result = bench.newest(Voice.FINAL);
        assertThat(result.getVersion()).as("the number it has one by one").isEqualTo(before + 3);
        assertThat(result.getLines()).extracting(ResultLine::getCompetitor).containsExactly("C2", "C3", "C1", "C4");
        Change change = result.getChange();
        assertThat(change.getKind()).isEqualTo(ChangeKind.MARK);
        assertThat(change.getSequence()).isEqualTo(6);
        assertThat(change.getEarlier())
                .containsExactly(
                        new EarlierEvent(ChangeKind.MARK, "C1", "TIMING-1", 4L),
                        new EarlierEvent(ChangeKind.MARK, "C2", "TIMING-1", 5L));
        assertThat(change.getLines()).hasSize(3);
        assertThat(result.getTakenAt()).as("counted from the first of them").isEqualTo(Voice.START.plusSeconds(4));
        assertThat(result.getVenueTime()).isEqualTo(Voice.START.plusSeconds(6));
        assertThat(accepted()).isEqualTo(accepted + 3);
    }

    @Test
    void marksOfDifferentUnitsMakeAVersionOfEach() {
        bench.sendTogether(List.of(
                TIMING.time(4, "C1", "9.90"),
                OTHER.time(4, "C1", "10.90"),
                TIMING.time(5, "C2", "9.80"),
                OTHER.time(5, "C2", "10.80")));

        assertThat(shown(bench, Voice.FINAL)).endsWith(List.of(4L, 5L));
        assertThat(shown(bench, Voice.OTHER_FINAL)).endsWith(List.of(4L, 5L));
    }

    @Test
    void whatIsNoMarkIsAVersionOfItsOwnAfterTheMarksBeforeIt() {
        bench.sendTogether(List.of(
                TIMING.time(4, "C1", "9.90"),
                TIMING.time(5, "C2", "9.80"),
                TIMING.status(6, ResultStatus.UNOFFICIAL),
                TIMING.time(7, "C3", "9.85"),
                Voice.correcting(4, TIMING.time(8, "C1", "9.91"))));

        assertThat(shown(bench, Voice.FINAL)).endsWith(List.of(4L, 5L), List.of(6L), List.of(7L), List.of(8L));
    }

    @Test
    void theNextVersionNamesOnlyWhatIsNew() {
        bench.sendTogether(List.of(TIMING.time(4, "C1", "9.90"), TIMING.time(5, "C2", "9.80")));
        bench.send(TIMING.time(6, "C3", "9.85"));

        assertThat(bench.newest().getChange().getEarlier()).isEmpty();
        assertThat(bench.newest().getTakenAt()).isEqualTo(Voice.START.plusSeconds(6));
    }

    @Test
    void whatIsRejectedAmongThemIsReportedAndNotNamed() {
        bench.sendTogether(List.of(
                TIMING.time(4, "C1", "9.90"),
                TIMING.time(4, "C1", "9.90"),
                TIMING.time(5, "C2", "3.01"),
                TIMING.time(6, "C3", "9.85"),
                TIMING.time(7, "C4", "3.02")));

        assertThat(bench.reasons())
                .containsExactlyInAnyOrder(
                        RejectReason.DUPLICATE_SEQUENCE, RejectReason.IMPLAUSIBLE_MARK, RejectReason.IMPLAUSIBLE_MARK);
        assertThat(shown(bench, Voice.FINAL)).endsWith(List.of(4L), List.of(6L));
        bench.send(TIMING.time(8, "C2", "9.70"));
        assertThat(bench.newest().getVersion()).isEqualTo(6);
    }

    @Test
    void whatTogetherCannotBeBorneIsTakenOneByOne() {
        bench.send(TIMING.time(4, "C1", "9.94"), TIMING.time(5, "C2", "9.95"));
        int tight = bench.bytesOf(Voice.FINAL);
        try (TopologyBench small = new TopologyBench(TopologyBench.withUnitBytes(tight))) {
            begin(small);
            List<VenueEvent> marks = LongStream.rangeClosed(4, 7)
                    .mapToObj(sequence -> TIMING.time(sequence, "C" + (sequence - 3), "9.9" + sequence))
                    .toList();

            small.sendTogether(marks);

            assertThat(small.reasons()).contains(RejectReason.TOO_LARGE).hasSizeLessThan(4);
            try (TopologyBench alone = new TopologyBench(TopologyBench.withUnitBytes(tight))) {
                begin(alone);
                marks.forEach(alone::send);
                assertThat(small.reasons()).isEqualTo(alone.reasons());
                assertThat(small.results()).isEqualTo(alone.results());
            }
        }
    }

    @Test
    void theStoresHaveWhatWasTakenTogether() {
        bench.sendTogether(List.of(TIMING.time(4, "C1", "9.90"), TIMING.time(5, "C2", "9.80")));
        try (TopologyBench after = bench.restarted()) {
            after.send(TIMING.time(6, "C3", "9.85"));

            assertThat(after.newest().getVersion()).isEqualTo(6);
            assertThat(after.newest().getLines())
                    .extracting(ResultLine::getText)
                    .containsExactly("9.80", "9.85", "9.90", "");
        }
    }

    @Test
    void nobodyElseCanSayThatRecordsAreTogether() {
        bench.send(
                "venue.STA.events",
                null,
                "{}".getBytes(UTF_8),
                new RecordHeaders(List.of(new RecordHeader("podium-together", "0123456789abcdef".getBytes(UTF_8)))),
                Voice.START);

        assertThat(bench.reasons()).containsExactly(RejectReason.NOT_AVRO);
    }

    @Test
    void unitsOfEverySportEndAsTheyDoOneByOne() {
        Simulator simulator = new Simulator(
                7,
                new SimulationSettings(
                        CompetitionCode.parse("OG2024"),
                        List.of(Voice.STADIUM),
                        Voice.START,
                        Duration.ofMinutes(10),
                        6,
                        3,
                        SimulationSettings.ALL_FINALS));
        int alone = 0;
        int together = 0;
        try (TopologyBench behind = new TopologyBench(TopologyBench.FORGETFUL)) {
            for (SimulatedUnit unit : simulator.units(Simulator.sports())) {
                for (TopologyBench each : List.of(bench, behind)) {
                    each.define(unit.definition());
                }
                unit.events().forEach(bench::send);
                for (int from = 0; from < unit.events().size(); from += 15) {
                    behind.sendTogether(
                            unit.events().subList(from, Math.min(unit.events().size(), from + 15)));
                }
                String rsc = unit.definition().getUnit();
                Result last = bench.newest(rsc);

                assertThat(behind.newest(rsc).getLines()).isEqualTo(last.getLines());
                assertThat(behind.newest(rsc).getStatus()).isEqualTo(last.getStatus());
                assertThat(behind.newest(rsc).getVersion()).isEqualTo(last.getVersion());
                assertThat(flat(shown(behind, rsc))).isEqualTo(flat(shown(bench, rsc)));
                alone += shown(bench, rsc).size();
                together += shown(behind, rsc).size();
            }
            assertThat(medallists(behind)).isEqualTo(medallists(bench)).hasSize(Simulator.sports());
        }
        assertThat(together).isLessThan(alone / 2);
    }

    private static Map<String, List<Medallist>> medallists(TopologyBench bench) {
        Map<String, List<Medallist>> medallists = new TreeMap<>();
        bench.newEvents().forEach(event -> medallists.put(event.getEvent(), List.copyOf(event.getMedallists())));
        return medallists;
    }

    private static List<Long> flat(List<List<Long>> sequences) {
        return sequences.stream().flatMap(List::stream).toList();
    }

    /** Sequences of the events that each version of a unit was the first to show. */
    static List<List<Long>> shown(TopologyBench bench, String unit) {
        return bench.results().stream()
                .filter(result -> result.getUnit().equals(unit))
                .map(Result::getChange)
                .filter(change -> change.getSequence() != null)
                .map(change -> LongStream.concat(
                                change.getEarlier().stream().mapToLong(EarlierEvent::getSequence),
                                LongStream.of(change.getSequence()))
                        .boxed()
                        .toList())
                .toList();
    }

    private double accepted() {
        return bench.meters.get("podium.streams.accepted").counter().count();
    }
}
