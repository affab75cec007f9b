package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.podium.streams.bench.Meeting.FINAL;
import static org.podium.streams.bench.Meeting.HEAT_1;
import static org.podium.streams.bench.Meeting.HEAT_2;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Irm;
import org.podium.model.wire.LineChange;
import org.podium.model.wire.Medal;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Phase;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Meeting;
import org.podium.streams.bench.Voice;

/**
 * An event from its heats to a court's decision months later: protest, appeal, record, correction, disqualification,
 * each with all that follows from it, in the heat, on the next start list, among the medallists, in the medal table.
 */
class WholeLifeTest {

    private final TopologyBench bench = new TopologyBench();
    private final Voice heat = Meeting.timing(HEAT_1);
    private final Voice last = Meeting.timing(FINAL);
    private final Voice desk = Voice.desk();

    /** Heats whose marks are given once they are official. */
    @BeforeEach
    void heatsAreOfficial() {
        Meeting.units().forEach(bench::define);
        bench.organise(Meeting.event(List.of(
                        Phase.newBuilder(Meeting.heats())
                                .setCountsFrom(ResultStatus.OFFICIAL)
                                .build(),
                        Meeting.last()))
                .setRanking(Meeting.event().getRanking())
                .build());
        bench.publish(RecordsTest.list("9.58"));
        Voice other = Meeting.timing(HEAT_2);
        bench.send(
                heat.status(1, ResultStatus.START_LIST),
                heat.time(2, "C1", "9.90"),
                heat.time(3, "C2", "10.00"),
                heat.time(4, "C3", "10.20"),
                heat.status(5, ResultStatus.OFFICIAL),
                other.status(1, ResultStatus.START_LIST),
                other.time(2, "C4", "9.95"),
                other.time(3, "C5", "10.10"),
                other.time(4, "C6", "10.30"),
                other.status(5, ResultStatus.OFFICIAL));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aProtestTakesMarksAndPlacesInTheFinalUntilItIsDecided() {
        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));
        assertThat(starters()).containsExactly("C1", "C4", "C2", "C5");

        bench.send(Voice.because(heat.status(6, ResultStatus.PROTESTED), "obstruction in lane 3"));

        assertThat(bench.marks(HEAT_1)).isEmpty();
        assertThat(bench.newest(HEAT_1).getStatus()).isEqualTo(ResultStatus.PROTESTED);
        assertThat(bench.newest(HEAT_1).getChange().getReason()).isEqualTo("obstruction in lane 3");
        assertThat(starters()).doesNotContain("C1", "C2");

        bench.send(Voice.because(heat.irm(7, "C2", Irm.DQ), "TR 17.2.3"), heat.status(8, ResultStatus.OFFICIAL));

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C3", "q"));
        assertThat(bench.marks(HEAT_2)).isEqualTo(Map.of("C4", "Q", "C5", "q"));
        assertThat(starters()).containsExactly("C1", "C4", "C5", "C3");

        bench.send(Voice.because(heat.irm(9, "C2", null), "jury of appeal"));

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));
        assertThat(starters()).containsExactly("C1", "C4", "C2", "C5");
        assertThat(bench.newest(FINAL).getChange().getKind()).isEqualTo(ChangeKind.PROGRESSION);
        assertThat(bench.newest(FINAL).getChange().getReason()).isEqualTo("jury of appeal");
        assertThat(bench.newest(FINAL).getChange().getUnit()).isEqualTo(HEAT_1);
        assertVersionsAreContiguous();
    }

    @Test
    void aStatusThatMayNotFollowChangesNothing() {
        List<Result> before = bench.results();

        bench.send(heat.status(6, ResultStatus.LIVE));

        assertThat(bench.results()).isEqualTo(before);
        assertThat(bench.reasons()).containsExactly(RejectReason.ILLEGAL_STATUS_TRANSITION);
        assertThat(bench.rejects().getFirst().getSentence()).contains("PROTESTED");
    }

    @Test
    void aCorrectionAfterOfficialTakesTheRecordAndKeepsTheMedal() {
        runFinal();
        assertThat(RecordsTest.records(bench.newest(FINAL), "C1")).containsExactly("WR", "NR");
        long version = bench.newest(FINAL).getVersion();

        bench.send(Voice.correcting(2, last.time(7, "C1", "9.59")));

        Result corrected = bench.newest(FINAL);
        assertThat(corrected.getVersion()).isEqualTo(version + 1);
        assertThat(corrected.getStatus()).isEqualTo(ResultStatus.OFFICIAL);
        assertThat(corrected.getFlags()).containsExactly(ResultFlag.CORRECTED);
        assertThat(corrected.getChange().getKind()).isEqualTo(ChangeKind.CORRECTION);
        assertThat(corrected.getChange().getReason()).isEqualTo("photo finish read again");
        LineChange said = corrected.getChange().getLines().getFirst();
        assertThat(said.getTextBefore()).isEqualTo("9.57");
        assertThat(said.getText()).isEqualTo("9.59");
        assertThat(said.getRecordsLost()).containsExactly("WR");
        assertThat(medallists())
                .containsExactly(
                        tuple(Medal.ME_GOLD, "C1"), tuple(Medal.ME_SILVER, "C4"), tuple(Medal.ME_BRONZE, "C2"));
    }

    @Test
    void aDisqualificationMonthsLaterReachesEverythingAndSoDoesItsReversal() {
        runFinal();
        bench.newMedals();
        List<ResultLine> before = bench.newest(FINAL).getLines();

        months(7, Voice.because(desk.irm(1, "C1", Irm.DSQ), "decision of the court"));

        Result decided = bench.newest(FINAL);
        assertThat(decided.getChange().getReason()).isEqualTo("decision of the court");
        assertThat(RecordsTest.records(decided, "C1")).isEmpty();
        assertThat(decided.getChange().getLines())
                .extracting(LineChange::getCompetitor, LineChange::getMedalBefore, LineChange::getMedal)
                .startsWith(tuple("C1", Medal.ME_GOLD, null))
                .contains(
                        tuple("C4", Medal.ME_SILVER, Medal.ME_GOLD),
                        tuple("C2", Medal.ME_BRONZE, Medal.ME_SILVER),
                        tuple("C5", null, Medal.ME_BRONZE));
        assertThat(medallists())
                .containsExactly(
                        tuple(Medal.ME_GOLD, "C4"), tuple(Medal.ME_SILVER, "C2"), tuple(Medal.ME_BRONZE, "C5"));
        assertThat(bench.newMedals())
                .extracting(MedalStanding::getOrganisation, MedalStanding::getGold)
                .contains(tuple("XAA", 0), tuple("XAD", 1));
        // What the heat gave is not touched by what became of the final.
        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));

        months(9, desk.withdrawal(2, 1));

        assertThat(bench.newest(FINAL).getLines()).isEqualTo(before);
        assertThat(bench.newest(FINAL).getChange().getKind()).isEqualTo(ChangeKind.WITHDRAWAL);
        assertThat(medallists())
                .containsExactly(
                        tuple(Medal.ME_GOLD, "C1"), tuple(Medal.ME_SILVER, "C4"), tuple(Medal.ME_BRONZE, "C2"));
        assertThat(bench.newMedals())
                .extracting(MedalStanding::getOrganisation, MedalStanding::getGold)
                .contains(tuple("XAA", 1), tuple("XAD", 0));
        assertVersionsAreContiguous();
    }

    private void runFinal() {
        bench.send(
                last.status(1, ResultStatus.START_LIST),
                last.time(2, "C1", "9.57"),
                last.time(3, "C4", "9.85"),
                last.time(4, "C2", "9.99"),
                last.time(5, "C5", "10.05"),
                last.status(6, ResultStatus.OFFICIAL));
    }

    private void months(int months, VenueEvent event) {
        bench.sendAt(event.getVenueTime().plus(Duration.ofDays(30L * months)), event);
    }

    private List<Tuple> medallists() {
        EventResult event = bench.newEvents().getLast();
        return event.getMedallists().stream()
                .map(medallist -> tuple(medallist.getMedal(), medallist.getCompetitor()))
                .toList();
    }

    private List<String> starters() {
        return bench.newest(FINAL).getLines().stream()
                .map(ResultLine::getCompetitor)
                .toList();
    }

    private void assertVersionsAreContiguous() {
        Map<String, Long> versions = new TreeMap<>();
        for (Result result : bench.results()) {
            long version = versions.merge(result.getUnit(), 1L, Long::sum);
            assertThat(result.getVersion()).as(result.getUnit()).isEqualTo(version);
        }
    }
}
