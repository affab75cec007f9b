package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Medal;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/** The life of a final, from its start list to a decision of the desk days later. */
class UnitLifeTest {

    private static final Voice TIMING = Voice.timing();
    private static final Voice BACKUP = Voice.backup();
    private static final Voice DESK = Voice.desk();

    private final TopologyBench bench = new TopologyBench();

    @BeforeEach
    void aRaceIsOn() {
        bench.define(Entries.sprint(Voice.FINAL));
        bench.send(
                TIMING.startList(1, "C1", "C2", "C3", "C4"),
                TIMING.status(2, ResultStatus.START_LIST),
                TIMING.status(3, ResultStatus.LIVE));
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void aVersionIsPublishedOnlyWhenTheWorldSeesADifference() {
        int before = bench.results().size();

        bench.send(TIMING.status(4, ResultStatus.LIVE), TIMING.startList(5, "C1", "C2", "C3", "C4"));
        assertThat(bench.results()).hasSize(before);
        bench.send(TIMING.schedule(6, ScheduleStatus.RUNNING));
        assertThat(bench.newest().getVersion()).isEqualTo(before + 1L);
        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.SCHEDULE_STATUS);
    }

    @Test
    void everyVersionIsOnBothTopics() {
        finish();

        assertThat(bench.newUnits()).isEqualTo(bench.results());
    }

    @Test
    void whatIsReplayedGoesOnFromWhatWasLiveAndWasTakenWhenItWas() {
        bench.send(TIMING.time(4, "C1", "9.80"));
        VenueEvent late = TIMING.time(5, "C2", "9.90");
        Instant takenAt = late.getVenueTime().plus(Duration.ofDays(1));

        bench.send(TopicCatalogue.REPLAY_EVENTS.name(), TopologyBench.keyOf(late), bench.encode(late), takenAt);

        assertThat(line("C1").getRank()).isEqualTo(1);
        assertThat(line("C2").getRank()).isEqualTo(2);
        assertThat(bench.newest().getTakenAt()).isEqualTo(takenAt);
        assertThat(bench.newest().getFlags()).isEmpty();
        assertThat(bench.rejects()).isEmpty();
    }

    @Test
    void anotherSourceTakesOverAndTheFormerOneIsRejected() {
        bench.send(TIMING.time(4, "C1", "9.80"), BACKUP.takeover(1), BACKUP.time(2, "C1", "9.81"));

        assertThat(line("C1").getText()).isEqualTo("9.81");
        assertThat(bench.newest().getSource()).isEqualTo("TIMING-2");
        bench.send(TIMING.time(5, "C1", "9.79"));
        assertThat(line("C1").getText()).isEqualTo("9.81");
        assertThat(bench.reasons()).containsExactly(RejectReason.NOT_IN_CHARGE);
    }

    @Test
    void aTakeoverIsAVersionWithTheNewSource() {
        bench.send(BACKUP.takeover(7));

        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.TAKEOVER);
        assertThat(bench.newest().getSource()).isEqualTo("TIMING-2");
        assertThat(bench.newest().getFlags()).isEmpty();
    }

    @Test
    void whatTheFormerSourceSaidStandsUntilItIsReplaced() {
        bench.send(TIMING.time(4, "C1", "9.80"), TIMING.time(5, "C2", "9.90"), BACKUP.takeover(1));
        bench.send(BACKUP.time(2, "C2", "9.70"));

        assertThat(ranks()).containsExactly(tuple("C2", 1), tuple("C1", 2), tuple("C3", null), tuple("C4", null));
    }

    @Test
    void theFormerSourceMayTakeOverAgain() {
        bench.send(BACKUP.takeover(1), BACKUP.time(2, "C1", "9.81"), TIMING.takeover(4), TIMING.time(5, "C1", "9.82"));

        assertThat(line("C1").getText()).isEqualTo("9.82");
        assertThat(bench.rejects()).isEmpty();
    }

    @Test
    void whatTheFormerSourceHeldAboveAGapCountsAtTheTakeover() {
        bench.send(TIMING.time(5, "C1", "9.80"), BACKUP.takeover(1));

        assertThat(line("C1").getText()).isEqualTo("9.80");
        assertThat(bench.newest().getFlags()).isEmpty();
    }

    @Test
    void aGapIsFlaggedUntilItIsFilled() {
        bench.send(TIMING.time(5, "C1", "9.80"), TIMING.time(6, "C2", "9.90"));

        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.SEQUENCE_GAP);
        assertThat(bench.reasons()).containsExactly(RejectReason.SEQUENCE_GAP);
        bench.send(TIMING.time(4, "C3", "9.70"));
        assertThat(bench.newest().getFlags()).isEmpty();
        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.GAP_FILLED);
        assertThat(ranks()).containsExactly(tuple("C3", 1), tuple("C1", 2), tuple("C2", 3), tuple("C4", null));
    }

    @Test
    void whatMayBeRightAfterTheGapIsNotJudgedBeforeItIsFilled() {
        bench.send(TIMING.status(6, ResultStatus.UNOFFICIAL), TIMING.status(5, ResultStatus.UNCONFIRMED));
        assertThat(bench.reasons()).containsExactly(RejectReason.SEQUENCE_GAP);

        bench.send(TIMING.status(4, ResultStatus.OFFICIAL));

        assertThat(bench.newest().getStatus()).isEqualTo(ResultStatus.OFFICIAL);
        assertThat(bench.reasons())
                .containsExactly(
                        RejectReason.SEQUENCE_GAP,
                        RejectReason.ILLEGAL_STATUS_TRANSITION,
                        RejectReason.ILLEGAL_STATUS_TRANSITION);
    }

    @Test
    void tooManyHeldEventsPassTheGapOverAndTheLostOneIsTakenWhenItComes() {
        int most = TopologyBench.SETTINGS.limits().heldEvents();
        for (int i = 0; i <= most; i++) {
            bench.send(TIMING.time(5 + i, "C1", "9.%03d".formatted(900 - i)));
        }

        assertThat(bench.reasons()).containsExactly(RejectReason.SEQUENCE_GAP, RejectReason.GAP_TOO_WIDE);
        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.SEQUENCE_GAP);
        bench.send(TIMING.time(4, "C2", "9.95"));
        assertThat(bench.newest().getFlags()).isEmpty();
        assertThat(line("C2").getRank()).isEqualTo(2);
        assertThat(line("C1").getText()).isEqualTo("9.80");
    }

    @Test
    void aChangeAfterOfficialIsFlaggedWithItsReason() {
        finish();
        assertThat(bench.newest().getFlags()).isEmpty();

        bench.send(Voice.because(TIMING.irm(9, "C1", Irm.DSQ), "TR 17.2.3"));

        Result corrected = bench.newest();
        assertThat(corrected.getStatus()).isEqualTo(ResultStatus.OFFICIAL);
        assertThat(corrected.getFlags()).containsExactly(ResultFlag.CORRECTED);
        assertThat(corrected.getChange().getReason()).isEqualTo("TR 17.2.3");
        assertThat(ranks()).containsExactly(tuple("C2", 1), tuple("C3", 2), tuple("C4", 3), tuple("C1", null));
    }

    @Test
    void aCorrectionReplacesWhatItNamesAndIsTakenBack() {
        bench.send(TIMING.time(4, "C1", "9.80"), Voice.correcting(4, TIMING.time(5, "C2", "9.80")));

        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.CORRECTION);
        assertThat(ranks()).containsExactly(tuple("C2", 1), tuple("C1", null), tuple("C3", null), tuple("C4", null));
        bench.send(TIMING.withdrawal(6, 5));
        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.WITHDRAWAL);
        assertThat(ranks()).containsExactly(tuple("C1", 1), tuple("C2", null), tuple("C3", null), tuple("C4", null));
    }

    @Test
    void aRejectedEventIsMendedByACorrection() {
        bench.send(TIMING.time(4, "C1", "0.98"), Voice.correcting(4, TIMING.time(5, "C1", "9.80")));

        assertThat(bench.reasons()).containsExactly(RejectReason.IMPLAUSIBLE_MARK);
        assertThat(line("C1").getText()).isEqualTo("9.80");
    }

    @Test
    void theDeskOutranksTheVenue() {
        bench.send(
                Voice.because(DESK.irm(1, "C1", Irm.DSQ), "protest upheld"),
                TIMING.irm(4, "C1", null),
                TIMING.time(5, "C1", "9.80"));

        assertThat(line("C1").getIrm()).isEqualTo(Irm.DSQ);
        bench.send(DESK.withdrawal(2, 1));
        assertThat(line("C1").getIrm()).isNull();
        assertThat(line("C1").getRank()).isEqualTo(1);
    }

    @Test
    void theDeskMaySayAnyStatus() {
        finish();

        bench.send(Voice.because(DESK.status(1, ResultStatus.LIVE), "the race is run again"));

        assertThat(bench.newest().getStatus()).isEqualTo(ResultStatus.LIVE);
        assertThat(bench.rejects()).isEmpty();
    }

    @Test
    void aDecisionOfTheDeskAfterOfficialIsACorrection() {
        finish();

        bench.sendAt(
                Voice.START.plusSeconds(86_400),
                Voice.because(
                        DESK.event(1, EventKind.IRM)
                                .setIrm(DESK.irm(1, "C1", Irm.DSQ).getIrm())
                                .setVenueTime(Voice.START.plusSeconds(86_400))
                                .build(),
                        "decision of the court"));

        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.CORRECTED);
        assertThat(bench.newest().getChange().getReason()).isEqualTo("decision of the court");
    }

    @Test
    void aNewDefinitionRanksTheUnitAgain() {
        bench.send(TIMING.time(4, "C1", "9.804"), TIMING.time(5, "C2", "9.801"));
        bench.define(UnitDefinition.newBuilder(Entries.sprint(Voice.FINAL))
                .setRule(new RankingRule("race-by-time", Map.of("deciding-decimals", "2")))
                .build());

        assertThat(bench.newest().getChange().getKind()).isEqualTo(ChangeKind.DEFINITION);
        assertThat(ranks()).startsWith(tuple("C1", 1), tuple("C2", 1));
    }

    @Test
    void aUnitWithoutItsDefinitionWaitsForANewOne() {
        bench.undefine(Voice.FINAL);
        int before = bench.results().size();
        bench.send(TIMING.time(4, "C1", "9.80"));

        assertThat(bench.results()).hasSize(before);
        assertThat(bench.reasons()).containsExactly(RejectReason.NO_DEFINITION);
        bench.define(Entries.sprint(Voice.FINAL));
        assertThat(line("C1").getText()).isEqualTo("9.80");
        assertThat(bench.newest().getVersion()).isEqualTo(before + 1L);
    }

    @Test
    void officialRanksGiveMedals() {
        bench.send(TIMING.time(4, "C1", "9.80"));
        assertThat(line("C1").getMedal()).isNull();

        bench.send(TIMING.time(5, "C2", "9.90"), TIMING.time(6, "C3", "9.90"), TIMING.time(7, "C4", "9.95"));
        bench.send(TIMING.status(8, ResultStatus.OFFICIAL));

        assertThat(bench.newest().getLines())
                .extracting(ResultLine::getCompetitor, ResultLine::getRank, ResultLine::getMedal)
                .containsExactly(
                        tuple("C1", 1, Medal.ME_GOLD),
                        tuple("C2", 2, Medal.ME_SILVER),
                        tuple("C3", 2, Medal.ME_SILVER),
                        tuple("C4", 4, null));
        assertThat(bench.newEvents().getLast().getMedallists())
                .extracting("medal", "organisation")
                .containsExactly(
                        tuple(Medal.ME_GOLD, "XAA"), tuple(Medal.ME_SILVER, "XAB"), tuple(Medal.ME_SILVER, "XAC"));
    }

    @Test
    void aCorrectionTakesAMedalFromOneOrganisationToAnother() {
        finish();
        assertThat(bench.newMedals())
                .extracting("organisation", "gold", "silver", "bronze", "rank")
                .containsExactly(tuple("XAA", 1, 0, 0, 1), tuple("XAB", 0, 1, 0, 2), tuple("XAC", 0, 0, 1, 3));

        bench.send(Voice.because(DESK.irm(1, "C3", Irm.DSQ), "decision of the court"));

        assertThat(bench.newMedals())
                .extracting("organisation", "bronze", "rank", "version")
                .containsExactly(tuple("XAC", 0, null, 2L), tuple("XAD", 1, 3, 1L));
    }

    @Test
    void medalsAreTakenBackWhileAResultIsProtested() {
        finish();
        bench.newMedals();

        bench.send(TIMING.status(9, ResultStatus.PROTESTED));
        assertThat(bench.newEvents().getLast().getMedallists()).isEmpty();
        assertThat(bench.newMedals()).extracting("gold").containsOnly(0);

        bench.send(TIMING.status(10, ResultStatus.OFFICIAL));
        assertThat(bench.newMedals()).extracting("organisation").containsExactly("XAA", "XAB", "XAC");
    }

    /** C1 to C4 in this order, official. */
    private void finish() {
        bench.send(
                TIMING.time(4, "C1", "9.80"),
                TIMING.time(5, "C2", "9.85"),
                TIMING.time(6, "C3", "9.90"),
                TIMING.time(7, "C4", "9.95"),
                TIMING.status(8, ResultStatus.OFFICIAL));
    }

    private ResultLine line(String competitor) {
        return bench.newest().getLines().stream()
                .filter(line -> line.getCompetitor().equals(competitor))
                .findAny()
                .orElseThrow();
    }

    private List<Tuple> ranks() {
        return bench.newest().getLines().stream()
                .map(line -> tuple(line.getCompetitor(), line.getRank()))
                .toList();
    }
}
