package org.podium.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.AwardedMark;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RankingStep;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.StartSlot;
import org.podium.model.wire.TiedLast;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.SourceRecord;

class EventDefinitionCheckTest {

    private static final EventDefinitionCheck CHECK = new EventDefinitionCheck(new Placement(FeedFlag.PRODUCTION, 1));

    static List<String> problems(EventDefinition message) {
        return check(message) instanceof Checked.Refused<EventPlan>(RejectReason reason, String sentence)
                ? List.of(sentence)
                : List.of();
    }

    private static Checked<EventPlan> check(EventDefinition message) {
        byte[] key = (message.getCompetition() + "/" + message.getEvent()).getBytes(UTF_8);
        return CHECK.check(message, new SourceRecord("reference.events", 0, 0, 0, key, new byte[0]));
    }

    private static List<String> problems(Phase... phases) {
        return problems(Happening.definition(List.of(phases)).build());
    }

    private static Phase.Builder phase(String code, PhaseUnit... units) {
        return Phase.newBuilder().setCode(code).setName(code).setUnits(List.of(units));
    }

    private static PhaseUnit unit(String unit, StartSlot... slots) {
        return PhaseUnit.newBuilder()
                .setUnit(Happening.rsc(unit))
                .setSlots(List.of(slots))
                .build();
    }

    private static StartSlot slot(String from, int place) {
        return StartSlot.newBuilder().setFrom(from).setPlace(place).build();
    }

    @Test
    void reportsAllProblemsTogether() {
        Phase phase = Phase.newBuilder()
                .setCode("Heats")
                .setName(" ")
                .setUnits(List.of(
                        PhaseUnit.newBuilder()
                                .setUnit(Happening.rsc("HEAT-1"))
                                .setPoint("R1")
                                .build(),
                        PhaseUnit.newBuilder()
                                .setUnit(Happening.rsc("HEAT-1"))
                                .setGroup("A")
                                .build(),
                        PhaseUnit.newBuilder()
                                .setUnit("ATHW100M--------------HEAT000100--")
                                .build(),
                        PhaseUnit.newBuilder().setUnit("HEAT").setBye(true).build()))
                .setCountsFrom(ResultStatus.LIVE)
                .setRule(new RankingRule("race-by-times", Map.of()))
                .setIrmsOfPhase(List.of("DSQQ"))
                .setQualifications(List.of(
                        Qualification.newBuilder()
                                .setMark("1Q")
                                .setBy(QualifyBy.PLACE)
                                .build(),
                        Qualification.newBuilder()
                                .setMark("q")
                                .setBy(QualifyBy.STANDARD)
                                .setTied(TiedLast.UNKNOWN)
                                .setDecider("SO")
                                .build()))
                .setAwarded(List.of(new AwardedMark("a 1", "q?", "")))
                .build();

        List<String> problems = problems(Happening.definition(List.of(phase, phase))
                .setRanking(List.of(
                        new RankingStep("FNL", PlacedBy.UNKNOWN, "SF"), new RankingStep("FNL", PlacedBy.RANK, null)))
                .setMedals(List.of(4))
                .build());

        assertThat(String.join("\n", problems))
                .contains("phase Heats is there twice")
                .contains("a code is 1 to 8 characters")
                .contains("a phase has a name")
                .contains("not from LIVE")
                .contains("unit " + Happening.rsc("HEAT-1") + " is there twice")
                .contains("a phase that takes scores has no points")
                .contains("is not of event")
                .contains("is a bye and has 0 slots")
                .contains("some units are in a group and some are not")
                .contains("there is no ranking rule 'race-by-times'")
                .contains("IRM DSQQ, which there is not")
                .contains("mark '1Q'")
                .contains("count 0 with PLACE")
                .contains("a word that this version does not know")
                .contains("STANDARD needs one")
                .contains("mark 'q?' awarded to a 1")
                .contains("a decision about a 1 says why")
                .contains("a way of placing that this version does not know")
                .contains("then SF, which is no phase with a rule")
                .contains("ranking from FNL is there twice")
                .contains("medal 4");
    }

    @Test
    void aPhaseThatAddsUpNeedsARuleAndAPointForEachUnit() {
        assertThat(problems(phase("GC", unit("FNL-1"), unit("FNL-2"))
                        .setTakes(PhaseTakes.MARK)
                        .build()))
                .anyMatch(problem -> problem.contains("needs a point of the rule that its mark goes to"))
                .anyMatch(problem -> problem.contains("needs a rule that adds them up"));
        assertThat(problems(phase(
                                "POOL",
                                PhaseUnit.newBuilder()
                                        .setUnit(Happening.rsc("POOL-1"))
                                        .setPoint("A")
                                        .build())
                        .setTakes(PhaseTakes.RANK)
                        .setRule(new RankingRule("pool", Map.of("tie-break", "goals,direct", "win", "-1", "draw", "1")))
                        .build()))
                .anyMatch(problem -> problem.contains("a pool takes scores"))
                .anyMatch(problem -> problem.contains("'goals'; there are direct, direct-points"))
                .anyMatch(problem -> problem.contains("parameter 'win' is '-1'"))
                .anyMatch(problem -> problem.contains("no parameter 'draw'"));
    }

    @Test
    void comparingOverAllGroupsNeedsARule() {
        assertThat(problems(phase("SF", unit("SFNL-1"))
                        .setQualifications(List.of(Qualification.newBuilder()
                                .setMark("q")
                                .setBy(QualifyBy.NEXT)
                                .setCount(2)
                                .build()))
                        .build()))
                .singleElement()
                .asString()
                .contains("NEXT compares over all groups");
    }

    @Test
    void refusesWhatDependsOnItself() {
        assertThat(problems(
                        phase("A", unit("SFNL-1", slot(Happening.rsc("FNL-1"), 1)))
                                .build(),
                        phase("B", unit("FNL-1", slot(Happening.rsc("SFNL-1"), 1)))
                                .build()))
                .singleElement()
                .asString()
                .contains("depends on its own result");
        assertThat(problems(phase("HEAT", unit("HEAT-1", slot("HEAT", 1)))
                        .setRule(new RankingRule("race-by-time", Map.of()))
                        .build()))
                .singleElement()
                .asString()
                .contains("depends on its own result");
    }

    @Test
    void refusesSlotsThatCannotBeFilled() {
        assertThat(problems(
                        phase("QF", unit("QFNL-1", slot("R16", 1), slot("X", 0), slot(Happening.rsc("8FNL-1"), 1)))
                                .build(),
                        phase("R16", unit("8FNL-1"), unit("QFNL-1", slot(Happening.rsc("8FNL-1"), 2)))
                                .build()))
                .anyMatch(problem -> problem.contains("phase R16 has no rule"))
                .anyMatch(problem -> problem.contains("place 0; the first is 1"))
                .anyMatch(problem -> problem.contains("has slots in two phases"))
                .anyMatch(problem -> problem.contains("'X'"));
    }

    @Test
    void refusesAnotherFeedKeyAndMoreThanAnyEventHas() {
        EventDefinition good = Happening.definition(List.of()).build();
        assertThat(check(EventDefinition.newBuilder(good).setFeed(FeedFlag.TEST).build()))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.WRONG_FEED));
        assertThat(CHECK.check(good, new SourceRecord("reference.events", 0, 0, 0, new byte[0], new byte[0])))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.WRONG_KEY));
        assertThat(check(EventDefinition.newBuilder(good).setEvent("ATH").build()))
                .isInstanceOf(Checked.Refused.class);
        PhaseUnit[] many = new PhaseUnit[1_001];
        Arrays.fill(many, unit("HEAT-1"));
        assertThat(problems(phase("HEAT", many).build()))
                .singleElement()
                .asString()
                .contains("at most 64 with 1000");
        assertThat(check(good)).isInstanceOf(Checked.Accepted.class);
    }
}
