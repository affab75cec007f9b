package org.podium.streams.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.Rsc;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.RankingStep;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;
import org.podium.streams.rank.Score;
import org.podium.streams.validate.Starter;

/**
 * An event whose units come to what a test says, without fold or Kafka. Units are named by phase and number: HEAT-1.
 */
final class Happening {

    static final String EVENT = "ATHM100M--------------";

    private final EventPlan plan;
    private final Map<Rsc, UnitStanding> units = new LinkedHashMap<>();
    private final Map<Rsc, List<CompetitorId>> spoken = new LinkedHashMap<>();
    private Outcome outcome;

    private Happening(EventPlan plan) {
        this.plan = plan;
        this.outcome = evaluate();
    }

    static Happening of(List<Phase> phases, List<RankingStep> ranking, Integer... medals) {
        EventDefinition message = definition(phases)
                .setRanking(ranking)
                .setMedals(List.of(medals))
                .build();
        return new Happening(EventDefinitionCheck.again(message)
                .orElseThrow(() -> new AssertionError(EventDefinitionCheckTest.problems(message))));
    }

    static EventDefinition.Builder definition(List<Phase> phases) {
        return EventDefinition.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("100m")
                .setPhases(phases);
    }

    /** RSC of a unit such as HEAT-1. */
    static String rsc(String unit) {
        String[] parts = unit.split("-", -1);
        return "%s%s%06d--".formatted(EVENT, (parts[0] + "----").substring(0, 4), Integer.parseInt(parts[1]) * 100);
    }

    /** The unit has this official result: "A 9.90", "B 10.00 DSQ" by the rule. */
    Happening official(String unit, String rule, String... lines) {
        return comesTo(UnitStanding.Stage.OFFICIAL, unit, rule, lines);
    }

    Happening comesTo(UnitStanding.Stage stage, String unit, String rule, String... lines) {
        Rule ranked = ((RuleParse.Parsed) Rules.parse(rule, Map.of())).rule();
        MarkKind kind = rule.equals("head-to-head") ? MarkKind.SCORE : MarkKind.TIME;
        Map<CompetitorId, Starter> starters = new LinkedHashMap<>();
        List<Performance> performances = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            Starter starter = starter(parts[0], starters.size() + 1);
            starters.put(starter.competitor(), starter);
            List<Score> scores = new ArrayList<>();
            Irm irm = null;
            for (int i = 1; i < parts.length; i++) {
                if (Character.isDigit(parts[i].charAt(0))) {
                    scores.add(new Score(
                            kind, "", 0, org.podium.model.wire.Outcome.VALID, Quantity.parse(parts[i]), Map.of()));
                } else {
                    irm = Irm.valueOf(parts[i]);
                }
            }
            performances.add(new Performance(starter.competitor(), starter.startOrder(), null, scores, irm, Map.of()));
        }
        Rsc rsc = Rsc.parse(rsc(unit));
        spoken.put(rsc, List.copyOf(starters.keySet()));
        List<UnitStanding.Line> standing = stage == UnitStanding.Stage.OPEN || stage == UnitStanding.Stage.CANCELLED
                ? List.of()
                : ranked.rank(performances).stream().map(UnitStanding.Line::new).toList();
        units.put(rsc, new UnitStanding(stage, starters, standing));
        outcome = evaluate();
        return this;
    }

    private Outcome evaluate() {
        return Evaluation.of(plan, (rsc, fills) -> {
            UnitStanding known = units.get(rsc);
            if (known != null) {
                return Optional.of(known);
            }
            Predicate<CompetitorId> spokenOf = spoken.getOrDefault(rsc, List.of())::contains;
            return Optional.of(new UnitStanding(UnitStanding.Stage.OPEN, Fill.starters(fills, spokenOf), List.of()));
        });
    }

    static Starter starter(String id, int order) {
        return new Starter(
                CompetitorId.parse(id),
                "SIMULATED " + id,
                OrganisationCode.parse("XAA"),
                CompetitorType.PERSON,
                order,
                null,
                null,
                List.of());
    }

    Outcome outcome() {
        return outcome;
    }

    /** Marks on the lines of a unit, such as "A=Q". */
    List<String> marks(String unit) {
        return outcome.marksOf(Rsc.parse(rsc(unit))).entrySet().stream()
                .map(mark -> mark.getKey() + "=" + mark.getValue())
                .sorted()
                .toList();
    }

    PhaseResult phase(String code) {
        return outcome.phases().stream()
                .filter(phase -> phase.getCode().equals(code))
                .findAny()
                .orElseThrow();
    }

    /** Lines of a phase, such as "1 A". */
    List<String> table(String code) {
        return phase(code).getLines().stream()
                .map(line -> rank(line) + " " + line.getCompetitor())
                .toList();
    }

    private static String rank(PhaseLine line) {
        return line.getRank() == null ? "-" : (line.getRankEqual() ? "=" : "") + line.getRank();
    }

    /** Who starts in a unit by the slots that others fill, such as "1 A". */
    List<String> start(String unit) {
        return outcome.bracket().stream()
                .filter(one -> one.getUnit().equals(rsc(unit)))
                .flatMap(one -> one.getSlots().stream())
                .map(slot -> slot.getStartOrder() + " " + (slot.getCompetitor() == null ? "?" : slot.getCompetitor()))
                .toList();
    }

    /** The event's ranking, such as "=3 C". */
    List<String> ranking() {
        return outcome.ranking().stream()
                .map(line -> (line.getRank() == null ? "-" : (line.getRankEqual() ? "=" : "") + line.getRank()) + " "
                        + line.getCompetitor() + medal(line))
                .toList();
    }

    private static String medal(EventLine line) {
        return line.getMedal() == null ? "" : " " + line.getMedal();
    }
}
