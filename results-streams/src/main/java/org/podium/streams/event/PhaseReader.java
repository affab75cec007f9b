package org.podium.streams.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.Rsc;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.AwardedMark;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.StartSlot;
import org.podium.model.wire.TiedLast;
import org.podium.streams.rank.Pool;
import org.podium.streams.rank.PoolParse;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;

/** Reads one phase of an event's definition; what is wrong is noted with the event's reader. */
final class PhaseReader {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,8}");
    private static final Pattern GROUP = Pattern.compile("[A-Z0-9]{0,8}");
    private static final Pattern MARK = Pattern.compile("[A-Za-z][A-Za-z0-9/-]{0,5}");
    private static final int LONGEST_POINT = 16;
    private static final int MOST_SLOTS = 200;

    private final PlanReader event;
    private final Phase phase;
    private final String where;

    PhaseReader(PlanReader event, Phase phase) {
        this.event = event;
        this.phase = phase;
        this.where = "phase " + phase.getCode();
    }

    PhasePlan read() {
        if (!CODE.matcher(phase.getCode()).matches()) {
            problem("a code is 1 to 8 characters of A-Z and 0-9");
        }
        if (phase.getName().isBlank()) {
            problem("a phase has a name");
        }
        if (phase.getTakes() == PhaseTakes.UNKNOWN) {
            problem("takes what this version does not know");
        }
        if (phase.getCountsFrom() != ResultStatus.UNOFFICIAL && phase.getCountsFrom() != ResultStatus.OFFICIAL) {
            problem("units count from UNOFFICIAL or OFFICIAL, not from " + phase.getCountsFrom());
        }
        return new PhasePlan(
                phase.getCode(),
                phase.getName(),
                units(),
                phase.getCountsFrom() == ResultStatus.OFFICIAL,
                phase.getTakes(),
                ranked(),
                irms(),
                phase.getQualifications().stream().map(this::cut).toList(),
                awarded());
    }

    private void problem(String sentence) {
        event.problem(where + ": " + sentence);
    }

    private boolean addsUp() {
        return phase.getTakes() == PhaseTakes.MARK || phase.getTakes() == PhaseTakes.RANK;
    }

    private List<PhasePlan.UnitPlan> units() {
        if (phase.getUnits().isEmpty()) {
            problem("a phase has units");
        }
        List<PhasePlan.UnitPlan> units = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> points = new HashSet<>();
        for (PhaseUnit unit : phase.getUnits()) {
            if (!seen.add(unit.getUnit())) {
                problem("unit %s is there twice".formatted(unit.getUnit()));
            }
            checkPoint(unit, points);
            if (!GROUP.matcher(unit.getGroup()).matches()) {
                problem("group %s; a group is up to 8 characters of A-Z and 0-9".formatted(unit.getGroup()));
            }
            if (unit.getBye() && unit.getSlots().size() != 1) {
                problem("unit %s is a bye and has %d slots; it needs one"
                        .formatted(unit.getUnit(), unit.getSlots().size()));
            }
            Rsc rsc = event.unit(where, unit.getUnit());
            if (rsc != null) {
                units.add(new PhasePlan.UnitPlan(rsc, unit.getPoint(), unit.getGroup(), unit.getBye(), slots(unit)));
            }
        }
        Set<Boolean> grouped = new HashSet<>();
        phase.getUnits().forEach(unit -> grouped.add(unit.getGroup().isEmpty()));
        if (grouped.size() > 1) {
            problem("some units are in a group and some are not; give each its group, or none");
        }
        return units;
    }

    private void checkPoint(PhaseUnit unit, Set<String> points) {
        String point = unit.getPoint();
        if (point.length() > LONGEST_POINT) {
            problem("point %s; a point has at most %d characters".formatted(point, LONGEST_POINT));
        }
        if (!addsUp() && !point.isEmpty()) {
            problem("point %s of unit %s; a phase that takes scores has no points".formatted(point, unit.getUnit()));
        }
        if (addsUp() && point.isEmpty()) {
            problem("unit %s needs a point of the rule that its %s goes to"
                    .formatted(unit.getUnit(), phase.getTakes() == PhaseTakes.RANK ? "rank" : "mark"));
        } else if (addsUp() && !points.add(unit.getGroup() + "/" + point)) {
            problem("point %s is there twice".formatted(point));
        }
    }

    private List<Slot> slots(PhaseUnit unit) {
        String at = where + ", unit " + unit.getUnit();
        if (unit.getSlots().size() > MOST_SLOTS) {
            event.problem("%s: %d slots; at most %d can be filled"
                    .formatted(at, unit.getSlots().size(), MOST_SLOTS));
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        Set<Integer> orders = new HashSet<>();
        for (StartSlot slot : unit.getSlots()) {
            int order = Objects.requireNonNullElse(slot.getStartOrder(), orders.size() + 1);
            if (order < 1 || !orders.add(order)) {
                event.problem("%s: start order %d; orders are 1 or more, each once".formatted(at, order));
            }
            if (slot.getPlace() < 1) {
                event.problem("%s: place %d; the first is 1".formatted(at, slot.getPlace()));
            }
            Origin from = event.origin(at, slot.getFrom(), slot.getGroup());
            if (from != null) {
                slots.add(new Slot(order, from, slot.getPlace()));
            }
        }
        return slots;
    }

    private PhasePlan.Ranked ranked() {
        RankingRule rule = phase.getRule();
        if (rule == null) {
            if (addsUp()) {
                problem("takes marks or ranks, and needs a rule that adds them up");
            }
            return new PhasePlan.Ranked.Not();
        }
        if (rule.getName().equals(Pool.NAME)) {
            if (addsUp()) {
                problem("a pool takes scores");
            }
            return switch (Pool.parse(rule.getParameters())) {
                case PoolParse.Parsed(Pool pool) -> new PhasePlan.Ranked.AsPool(pool);
                case PoolParse.Invalid(List<String> found) -> refused(found);
            };
        }
        return switch (Rules.parse(rule.getName(), rule.getParameters())) {
            case RuleParse.Parsed parsed -> new PhasePlan.Ranked.ByRule(parsed.rule());
            case RuleParse.Invalid invalid -> refused(invalid.problems());
        };
    }

    private PhasePlan.Ranked refused(List<String> found) {
        found.forEach(this::problem);
        return new PhasePlan.Ranked.Not();
    }

    private Set<Irm> irms() {
        Set<Irm> irms = EnumSet.noneOf(Irm.class);
        for (String symbol : phase.getIrmsOfPhase()) {
            Stream.of(Irm.values())
                    .filter(irm -> irm != Irm.UNKNOWN && irm.name().equals(symbol))
                    .findAny()
                    .ifPresentOrElse(irms::add, () -> problem("IRM %s, which there is not".formatted(symbol)));
        }
        if (!irms.isEmpty() && !addsUp()) {
            problem("IRMs of the phase where scores are taken; there each competitor is in one unit");
        }
        return irms;
    }

    private PhasePlan.Cut cut(Qualification qualification) {
        String mark = qualification.getMark();
        QualifyBy by = qualification.getBy();
        if (!MARK.matcher(mark).matches()) {
            problem("mark '%s'; a qualification mark is 1 to 6 letters, digits, '/' and '-', such as Q or SA/B"
                    .formatted(mark));
        }
        boolean counts = by == QualifyBy.PLACE || by == QualifyBy.NEXT || by == QualifyBy.FILL;
        if (by == QualifyBy.UNKNOWN || qualification.getTied() == TiedLast.UNKNOWN) {
            problem("mark %s: a word that this version does not know".formatted(mark));
        } else if (counts != qualification.getCount() > 0) {
            problem("mark %s: count %d with %s; PLACE, NEXT and FILL count, STANDARD and REST do not"
                    .formatted(mark, qualification.getCount(), by));
        }
        if ((by == QualifyBy.NEXT || by == QualifyBy.FILL) && phase.getRule() == null) {
            problem("mark %s: %s compares over all groups, and needs a rule of the phase".formatted(mark, by));
        }
        Long standard = qualification.getStandard();
        if ((by == QualifyBy.STANDARD) != (standard != null)) {
            problem("mark %s: a standard belongs to STANDARD, and STANDARD needs one".formatted(mark));
        }
        String decider = qualification.getDecider();
        return new PhasePlan.Cut(
                mark,
                by,
                qualification.getCount(),
                qualification.getTied() == TiedLast.ALL,
                standard == null ? null : new Quantity(standard),
                decider == null ? null : event.unit(where + ", decider", decider));
    }

    private Map<CompetitorId, String> awarded() {
        Map<CompetitorId, String> awarded = new LinkedHashMap<>();
        for (AwardedMark award : phase.getAwarded()) {
            String mark = Objects.requireNonNullElse(award.getMark(), "");
            if (!mark.isEmpty() && !MARK.matcher(mark).matches()) {
                problem("mark '%s' awarded to %s; it is 1 to 6 letters, digits, '/' and '-'"
                        .formatted(mark, award.getCompetitor()));
            }
            if (award.getReason().isBlank()) {
                problem("a decision about %s says why".formatted(award.getCompetitor()));
            }
            try {
                if (awarded.put(CompetitorId.parse(award.getCompetitor()), mark) != null) {
                    problem("two decisions about %s".formatted(award.getCompetitor()));
                }
            } catch (InvalidIdException e) {
                problem(e.getMessage());
            }
        }
        return awarded;
    }
}
