package org.podium.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.podium.streams.bench.Meeting.FINAL;
import static org.podium.streams.bench.Meeting.HEAT_1;
import static org.podium.streams.bench.Meeting.HEAT_2;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventNotice;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.streams.bench.Meeting;
import org.podium.streams.bench.Voice;

/** What follows for an event from its units, through the whole topology. */
class EventLifeTest {

    private final TopologyBench bench = new TopologyBench();
    private final Voice heat1 = Meeting.timing(HEAT_1);
    private final Voice heat2 = Meeting.timing(HEAT_2);
    private final Voice last = Meeting.timing(FINAL);

    @AfterEach
    void close() {
        bench.close();
    }

    private void defined() {
        Meeting.units().forEach(bench::define);
        bench.organise(Meeting.event());
    }

    private void runHeat1() {
        bench.send(
                heat1.status(1, ResultStatus.START_LIST),
                heat1.time(2, "C1", "9.90"),
                heat1.time(3, "C2", "10.00"),
                heat1.time(4, "C3", "10.20"),
                heat1.status(5, ResultStatus.OFFICIAL));
    }

    private void runHeat2() {
        bench.send(
                heat2.status(1, ResultStatus.START_LIST),
                heat2.time(2, "C4", "9.95"),
                heat2.time(3, "C5", "10.10"),
                heat2.time(4, "C6", "10.30"),
                heat2.status(5, ResultStatus.OFFICIAL));
    }

    private void runFinal() {
        bench.send(
                last.status(1, ResultStatus.START_LIST),
                last.time(2, "C1", "9.80"),
                last.time(3, "C4", "9.85"),
                last.time(4, "C2", "9.99"),
                last.time(5, "C5", "10.05"),
                last.status(6, ResultStatus.OFFICIAL));
    }

    private EventResult event() {
        return bench.newEvents().getLast();
    }

    private static Map<String, Integer> ranks(EventResult event) {
        Map<String, Integer> ranks = new TreeMap<>();
        for (EventLine line : event.getRanking()) {
            if (line.getRank() != null) {
                ranks.put(line.getCompetitor(), line.getRank());
            }
        }
        return ranks;
    }

    @Test
    void marksPlacesWithTheHeatAndTimesWithTheLastOne() {
        defined();
        runHeat1();

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q"));
        assertThat(bench.newest(HEAT_1).getChange().getKind()).isEqualTo(ChangeKind.RESULT_STATUS);
        assertThat(bench.newest(HEAT_1).getVersion()).isEqualTo(5);

        runHeat2();

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));
        assertThat(bench.marks(HEAT_2)).isEqualTo(Map.of("C4", "Q", "C5", "q"));
        Result first = bench.newest(HEAT_1);
        assertThat(first.getVersion()).isEqualTo(6);
        assertThat(first.getChange().getKind()).isEqualTo(ChangeKind.QUALIFICATION);
        assertThat(first.getChange().getUnit()).isEqualTo(HEAT_2);
    }

    @Test
    void putsThoseWhoQualifiedOnTheNextStartList() {
        defined();
        runHeat1();
        runHeat2();

        Result start = bench.newest(FINAL);
        assertThat(start.getVersion()).isEqualTo(1);
        assertThat(start.getChange().getKind()).isEqualTo(ChangeKind.PROGRESSION);
        assertThat(start.getLines()).extracting(ResultLine::getCompetitor).containsExactly("C1", "C4", "C2", "C5");
        assertThat(start.getLines()).extracting(ResultLine::getStartOrder).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aStartListOfTheVenueSaysWhoReallyStarts() {
        defined();
        runHeat1();
        runHeat2();
        bench.send(last.startList(1, "C1", "C2", "C3"));

        assertThat(bench.newest(FINAL).getLines())
                .extracting(ResultLine::getCompetitor)
                .containsExactly("C1", "C2", "C3");
        assertThat(event().getRemarks()).singleElement().satisfies(remark -> {
            assertThat(remark.getNotice()).isEqualTo(EventNotice.NOT_QUALIFIED);
            assertThat(remark.getCompetitor()).isEqualTo("C3");
        });
    }

    @Test
    void ranksTheEventOverAllPhases() {
        defined();
        runHeat1();
        runHeat2();

        EventResult before = event();
        assertThat(ranks(before)).isEqualTo(Map.of("C3", 5, "C6", 6));
        assertThat(before.getPhases()).extracting(PhaseResult::getComplete).containsExactly(true, false);

        runFinal();

        EventResult after = event();
        assertThat(ranks(after)).isEqualTo(Map.of("C1", 1, "C4", 2, "C2", 3, "C5", 4, "C3", 5, "C6", 6));
        assertThat(after.getMedallists())
                .extracting(medal -> medal.getCompetitor())
                .containsExactly("C1", "C4", "C2");
    }

    @Test
    void marksOfALiveUnitAreNothingToItsEvent() {
        defined();
        runHeat1();
        runHeat2();
        bench.newEvents();
        bench.send(last.time(1, "C1", "9.80"), last.time(2, "C4", "9.85"));

        assertThat(bench.newEvents()).isEmpty();
    }

    @Test
    void aDisqualificationTakesTheMarkBackAndGivesItToTheNext() {
        defined();
        runHeat1();
        runHeat2();
        Voice desk = Voice.desk().about(HEAT_1);
        bench.send(Voice.because(desk.irm(1, "C1", Irm.DSQ), "lane infringement"));

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C2", "Q", "C3", "q"));
        assertThat(bench.marks(HEAT_2)).isEqualTo(Map.of("C4", "Q", "C5", "q"));
        assertThat(bench.newest(FINAL).getLines())
                .extracting(ResultLine::getCompetitor)
                .containsExactly("C4", "C2", "C5", "C3");
        assertThat(bench.newest(FINAL).getChange().getReason()).isEqualTo("lane infringement");
        assertThat(bench.newest(FINAL).getChange().getUnit()).isEqualTo(HEAT_1);

        bench.send(desk.withdrawal(2, 1));

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));
        assertThat(bench.newest(FINAL).getLines())
                .extracting(ResultLine::getCompetitor)
                .containsExactly("C1", "C4", "C2", "C5");
    }

    @Test
    void whoHasRunTheFinalStaysInItWhenTheHeatIsCorrectedMonthsLater() {
        defined();
        runHeat1();
        runHeat2();
        runFinal();
        bench.newEvents();
        Voice desk = Voice.desk().about(HEAT_1);
        bench.send(Voice.because(desk.irm(1, "C2", Irm.DSQ), "decided in the spring"));

        Result raced = bench.newest(FINAL);
        assertThat(raced.getLines()).extracting(ResultLine::getCompetitor).containsExactly("C1", "C4", "C2", "C5");
        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C3", "q"));
        EventResult event = event();
        assertThat(event.getRemarks()).singleElement().satisfies(remark -> {
            assertThat(remark.getNotice()).isEqualTo(EventNotice.NOT_QUALIFIED);
            assertThat(remark.getUnit()).isEqualTo(FINAL);
            assertThat(remark.getCompetitor()).isEqualTo("C2");
        });
        assertThat(ranks(event)).containsEntry("C2", 3);

        bench.send(Voice.because(Voice.desk().irm(1, "C2", Irm.DSQ), "decided in the spring"));

        event = event();
        assertThat(ranks(event)).doesNotContainKey("C2").containsEntry("C5", 3);
        assertThat(event.getMedallists())
                .extracting(medal -> medal.getCompetitor())
                .containsExactly("C1", "C4", "C5");
    }

    @Test
    void aDefinitionOfTheEventMayComeLast() {
        Meeting.units().forEach(bench::define);
        runHeat1();
        runHeat2();
        assertThat(bench.newEvents()).isEmpty();
        bench.organise(Meeting.event());

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q", "C2", "q"));
        assertThat(bench.newest(HEAT_1).getChange().getKind()).isEqualTo(ChangeKind.DEFINITION);
        assertThat(bench.newest(FINAL).getLines()).hasSize(4);
        assertThat(ranks(event())).isEqualTo(Map.of("C3", 5, "C6", 6));
    }

    @Test
    void aDefinitionOfAUnitMayComeLast() {
        bench.organise(Meeting.event());
        assertThat(event().getRemarks()).hasSize(3);
        runHeat1();
        runHeat2();
        Meeting.units().forEach(bench::define);

        assertThat(bench.marks(HEAT_2)).isEqualTo(Map.of("C4", "Q", "C5", "q"));
        assertThat(bench.newest(FINAL).getLines()).hasSize(4);
        assertThat(event().getRemarks()).isEmpty();
    }

    @Test
    void withoutItsDefinitionAnEventHasNothingOfIt() {
        defined();
        runHeat1();
        runHeat2();
        bench.newEvents();
        bench.disorganise(Meeting.EVENT);

        assertThat(bench.marks(HEAT_1)).isEmpty();
        assertThat(bench.newest(FINAL).getLines()).isEmpty();
        assertThat(event().getPhases()).isEmpty();
        bench.disorganise(Meeting.EVENT);
        assertThat(bench.newEvents()).isEmpty();
    }

    @Test
    void aUnitThatIsTakenAwayDoesNotCount() {
        defined();
        runHeat1();
        runHeat2();
        bench.newEvents();
        bench.undefine(HEAT_2);

        assertThat(bench.marks(HEAT_1)).isEqualTo(Map.of("C1", "Q"));
        assertThat(event().getRemarks())
                .extracting(remark -> remark.getNotice())
                .contains(EventNotice.NO_DEFINITION);
    }

    @Test
    void medalsOfTheEventsRankingReachTheTable() {
        Meeting.units().forEach(bench::define);
        bench.define(Meeting.unit(FINAL, "Final", false));
        bench.organise(EventDefinition.newBuilder(Meeting.event())
                .setMedals(List.of(1, 2, 3))
                .build());
        runHeat1();
        runHeat2();
        runFinal();

        assertThat(event().getMedallists()).extracting(medal -> medal.getUnit()).containsOnly(FINAL);
        assertThat(bench.newMedals())
                .extracting(MedalStanding::getOrganisation, MedalStanding::getGold)
                .contains(tuple("XAA", 1));
    }

    @Test
    void aRestartedTaskGoesOnAsIfNothingHadHappened() {
        defined();
        runHeat1();
        runHeat2();
        EventResult before = event();
        try (TopologyBench next = bench.restarted()) {
            next.send(last.status(1, ResultStatus.START_LIST));
            assertThat(next.newest(FINAL).getVersion()).isEqualTo(2);
            assertThat(next.newest(FINAL).getLines()).hasSize(4);
            assertThat(next.newEvents()).isEmpty();
            next.send(
                    last.time(2, "C1", "9.80"),
                    last.time(3, "C4", "9.85"),
                    last.time(4, "C2", "9.99"),
                    last.time(5, "C5", "10.05"),
                    last.status(6, ResultStatus.OFFICIAL));
            EventResult after = next.newEvents().getLast();
            assertThat(after.getVersion()).isEqualTo(before.getVersion() + 1);
            assertThat(ranks(after)).hasSize(6);
        }
    }

    @Test
    void refusesADefinitionWithAllThatIsWrongInOneReport() {
        bench.organise(Meeting.event(
                        List.of(Meeting.phase("HEAT", Meeting.last().getUnits().getFirst())
                                .build()))
                .setMedals(List.of(1))
                .build());

        assertThat(bench.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.getReason()).isEqualTo(RejectReason.INVALID_DEFINITION);
            assertThat(reject.getSentence()).contains("phase HEAT has no rule").contains("medals without a ranking");
        });
        assertThat(bench.newEvents()).isEmpty();
    }

    @Test
    void refusesADefinitionOfAnotherKeyOrThatIsNone() {
        bench.send("reference.events", "OG2024/X".getBytes(UTF_8), new byte[] {1}, Voice.START);
        bench.send("reference.events", new byte[] {1}, null, Voice.START);

        assertThat(bench.reasons()).containsExactly(RejectReason.NOT_AVRO, RejectReason.WRONG_KEY);
    }
}
