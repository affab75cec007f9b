package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.LineChange;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RecordMark;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/** Records through the whole topology: set, set again, taken back, and the same whatever came first. */
class RecordsTest {

    private static final String EVENT = "ATHM100M--------------";
    static final String HEAT = EVENT + "HEAT000100--";
    static final Voice IN_HEAT = Voice.timing().about(HEAT);
    static final Voice IN_FINAL = Voice.timing();

    private final TopologyBench bench = new TopologyBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRecordIsShownAndSaidWithTheChange() {
        setUp(bench);
        bench.send(IN_FINAL.status(1, ResultStatus.LIVE), IN_FINAL.time(2, "C1", "9.57"));

        assertThat(records(bench.newest(Voice.FINAL), "C1")).containsExactly("WR", "NR");
        LineChange said = bench.newest(Voice.FINAL).getChange().getLines().getFirst();
        assertThat(said.getCompetitor()).isEqualTo("C1");
        assertThat(said.getRecordsGained()).containsExactly("WR", "NR");
    }

    @Test
    void theSecondOneIsMeasuredAgainstTheFirst() {
        setUp(bench);
        bench.send(IN_HEAT.time(1, "C2", "9.56"));
        bench.send(IN_FINAL.time(1, "C1", "9.57"));

        assertThat(records(bench.newest(HEAT), "C2")).containsExactly("WR");
        assertThat(records(bench.newest(Voice.FINAL), "C1")).containsExactly("NR");
    }

    /** The final's result is corrected by what became of the heat, and says so. */
    @Test
    void aDisqualificationInTheHeatGivesTheRecordToTheFinal() {
        setUp(bench);
        bench.send(IN_HEAT.time(1, "C2", "9.56"));
        bench.send(IN_FINAL.time(1, "C1", "9.57"));
        bench.send(Voice.because(IN_HEAT.irm(2, "C2", Irm.DQ), "false start"));

        assertThat(records(bench.newest(HEAT), "C2")).isEmpty();
        Result last = bench.newest(Voice.FINAL);
        assertThat(records(last, "C1")).containsExactly("WR", "NR");
        assertThat(last.getChange().getKind()).isEqualTo(ChangeKind.RECORDS);
        assertThat(last.getChange().getReason()).isEqualTo("false start");
        assertThat(last.getChange().getLines())
                .singleElement()
                .satisfies(line -> assertThat(line.getRecordsGained()).containsExactly("WR"));
    }

    /** What waits of the final when the heat takes its record away is published with that. */
    @Test
    void aMarkThatWaitsForTheNextOneIsPublishedWithWhatAnotherUnitMeansForItsRecords() {
        List<VenueEvent> together = List.of(
                IN_FINAL.time(3, "C1", "9.57"),
                IN_FINAL.time(4, "C3", "9.99"),
                IN_HEAT.time(3, "C2", "9.56"),
                IN_FINAL.time(5, "C4", "9.98"),
                IN_FINAL.time(6, "C3", "9.97"));
        try (TopologyBench behind = new TopologyBench()) {
            for (TopologyBench each : List.of(bench, behind)) {
                setUp(each);
                for (Voice voice : List.of(IN_HEAT, IN_FINAL)) {
                    each.send(voice.status(1, ResultStatus.START_LIST), voice.status(2, ResultStatus.LIVE));
                }
            }
            together.forEach(bench::send);
            behind.sendTogether(together);

            List<Result> ofFinal = behind.results().stream()
                    .filter(result -> result.getUnit().equals(Voice.FINAL))
                    .toList();
            Result record = ofFinal.get(ofFinal.size() - 2);
            assertThat(record.getChange().getKind()).isEqualTo(ChangeKind.RECORDS);
            assertThat(record.getChange().getEarlier())
                    .extracting(EarlierEvent::getSequence)
                    .containsExactly(4L);
            assertThat(ofFinal.getLast().getChange().getEarlier())
                    .extracting(EarlierEvent::getSequence)
                    .containsExactly(5L);
            assertThat(ofFinal.getLast().getVersion())
                    .isEqualTo(bench.newest(Voice.FINAL).getVersion());
            assertThat(ofFinal.getLast().getLines())
                    .isEqualTo(bench.newest(Voice.FINAL).getLines());
        }
    }

    /** The final's version would tell why the heat gives its record away, and that is more than it has room for. */
    @Test
    void whatAHeatMeansForAFinalThatHasNoRoomForItIsReported() {
        setUp(bench);
        List<VenueEvent> ofFinal = List.of(IN_FINAL.time(1, "C1", "9.57"), IN_FINAL.time(2, "C3", "9.99"));
        bench.send(IN_HEAT.time(1, "C2", "9.56"));
        ofFinal.forEach(bench::send);
        try (TopologyBench small =
                new TopologyBench(TopologyBench.withUnitBytes(bench.feedBytes().getLast().length + 40))) {
            setUp(small);
            small.send(IN_HEAT.time(1, "C2", "9.56"));
            ofFinal.forEach(small::send);
            Result before = small.newest(Voice.FINAL);
            small.send(Voice.because(IN_HEAT.irm(2, "C2", Irm.DQ), "false start, ".repeat(5)));

            assertThat(records(small.newest(HEAT), "C2")).isEmpty();
            assertThat(small.newest(Voice.FINAL)).isEqualTo(before);
            assertThat(small.rejects()).singleElement().satisfies(report -> {
                assertThat(report.getDisposition()).isEqualTo(Disposition.FLAGGED);
                assertThat(report.getReason()).isEqualTo(RejectReason.TOO_LARGE);
                assertThat(report.getSentence()).contains(Voice.FINAL);
            });
            small.send(IN_FINAL.time(3, "C3", "9.98"));
            assertThat(small.newest(Voice.FINAL).getVersion()).isEqualTo(before.getVersion() + 1);
        }
    }

    @Test
    void aCorrectedMarkTakesTheRecordBackMonthsLater() {
        setUp(bench);
        bench.send(IN_FINAL.status(1, ResultStatus.LIVE), IN_FINAL.time(2, "C1", "9.57"));
        bench.send(IN_FINAL.status(3, ResultStatus.OFFICIAL));
        VenueEvent decided = Voice.because(Voice.desk().irm(1, "C1", Irm.DQ), "doping, decided by a court");
        bench.sendAt(decided.getVenueTime().plus(Duration.ofDays(200)), decided);

        Result last = bench.newest(Voice.FINAL);
        assertThat(records(last, "C1")).isEmpty();
        LineChange said = last.getChange().getLines().getFirst();
        assertThat(said.getRecordsLost()).containsExactly("WR", "NR");
        assertThat(said.getIrm()).isEqualTo(Irm.DQ);
        assertThat(said.getRankBefore()).isEqualTo(1);
    }

    @Test
    void aListThatComesLateIsHeldAgainstWhatIsThere() {
        bench.define(heat());
        bench.define(Entries.sprint(Voice.FINAL));
        bench.send(IN_HEAT.time(1, "C2", "9.56"), IN_FINAL.time(1, "C1", "9.57"));
        bench.publish(list("9.58"));

        assertThat(records(bench.newest(HEAT), "C2")).containsExactly("WR");
        assertThat(records(bench.newest(Voice.FINAL), "C1")).containsExactly("NR");

        bench.publish(list("9.50"));
        assertThat(records(bench.newest(HEAT), "C2")).isEmpty();
        bench.removeRecords(EVENT);
        assertThat(records(bench.newest(Voice.FINAL), "C1")).isEmpty();
    }

    @Test
    void aListThatIsWrongIsRejectedWithEverythingThatIsWrong() {
        bench.publish(RecordList.newBuilder(list("9.58"))
                .setMarks(List.of(mark("world record", "9.58"), mark("OR", "0")))
                .build());

        assertThat(bench.reasons()).containsExactly(RejectReason.INVALID_DEFINITION);
        assertThat(bench.rejects().getFirst().getSentence())
                .contains("world record")
                .contains("above 0");
    }

    /** As after a restart before every event: what a version changes is said from what is stored. */
    @Test
    void aTopologyThatForgetsEverythingSaysTheSame() {
        try (TopologyBench other = new TopologyBench(TopologyBench.FORGETFUL)) {
            for (TopologyBench each : List.of(bench, other)) {
                setUp(each);
                each.send(IN_FINAL.time(1, "C1", "9.57"), IN_FINAL.time(2, "C2", "9.58"));
                each.send(IN_HEAT.time(1, "C2", "9.56"));
                each.send(IN_HEAT.irm(2, "C2", Irm.DNF));
            }
            assertThat(other.results()).isEqualTo(bench.results());
        }
    }

    static void setUp(TopologyBench bench) {
        bench.publish(list("9.58"));
        bench.define(heat());
        bench.define(Entries.sprint(Voice.FINAL));
    }

    static UnitDefinition heat() {
        return UnitDefinition.newBuilder(Entries.sprint(HEAT))
                .setScheduledStart(Voice.START.minus(Duration.ofHours(3)))
                .setMedalEvent(false)
                .setMedals(List.of())
                .build();
    }

    static RecordList list(String worldRecord) {
        return RecordList.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setKind(MarkKind.TIME)
                .setMarks(List.of(
                        mark("WR", worldRecord),
                        RecordMark.newBuilder(mark("NR", "9.80"))
                                .setOrganisations(List.of(Entries.organisationOf("C1")))
                                .build()))
                .build();
    }

    private static RecordMark mark(String type, String mark) {
        return RecordMark.newBuilder()
                .setType(type)
                .setMark(Quantity.parse(mark).millionths())
                .build();
    }

    static List<String> records(Result result, String competitor) {
        return result.getLines().stream()
                .filter(line -> line.getCompetitor().equals(competitor))
                .findAny()
                .orElseThrow()
                .getRecords();
    }
}
