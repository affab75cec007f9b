package org.podium.streams.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.catalogue.RuleChoice;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;

/** Whether a unit's definition can be worked with. All that is wrong in one is reported together. */
public final class DefinitionCheck {

    private static final int BRONZE = 3;

    private final Placement placement;
    private final Catalogue catalogue;

    /** @param catalogue has the rules of units whose definitions name none */
    public DefinitionCheck(Placement placement, Catalogue catalogue) {
        this.placement = placement;
        this.catalogue = catalogue;
    }

    /** The definition, or why it is not taken. */
    public Checked<Definition> check(UnitDefinition message, SourceRecord origin) {
        Optional<Checked<Definition>> wrongFeed = placement.refusesFeed(message.getFeed());
        if (wrongFeed.isPresent()) {
            return wrongFeed.get();
        }
        Rsc rsc;
        try {
            rsc = Rsc.parse(message.getUnit());
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.INVALID_RSC, e.getMessage());
        }
        UnitKey unit;
        try {
            unit = new UnitKey(CompetitionCode.parse(message.getCompetition()), rsc);
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.INVALID_DEFINITION, e.getMessage());
        }
        return placement
                .<Definition>refusesPosition(origin, unit.toString(), unit.event())
                .orElseGet(() -> read(unit, message));
    }

    /** A definition that was accepted before; empty when this version refuses what an older one took. */
    public Optional<Definition> again(UnitDefinition message) {
        return read(UnitKey.of(message.getCompetition(), message.getUnit()), message)
                        instanceof Checked.Accepted<Definition>(Definition definition)
                ? Optional.of(definition)
                : Optional.empty();
    }

    private Checked<Definition> read(UnitKey unit, UnitDefinition message) {
        List<String> problems = new ArrayList<>();
        VenueCode venue = null;
        SourceId source = null;
        try {
            venue = VenueCode.parse(message.getVenue());
        } catch (InvalidIdException e) {
            problems.add(e.getMessage());
        }
        try {
            source = SourceId.parse(message.getSource());
        } catch (InvalidIdException e) {
            problems.add(e.getMessage());
        }
        Rule rule = null;
        boolean defaultRule = false;
        switch (ruleOf(unit.rsc(), message)) {
            case OwnRule(RuleParse.Parsed parsed) -> rule = parsed.rule();
            case OwnRule(RuleParse.Invalid invalid) -> problems.addAll(invalid.problems());
            case OfTheCatalogue(RuleChoice choice) -> {
                rule = choice.rule();
                defaultRule = choice.isDefault();
            }
        }
        checkMedals(message, problems);
        Starters starters = Starters.of(message.getEntries());
        problems.addAll(starters.problems());
        if (starters.unknownSymbol()) {
            problems.add("an entry has a type of competitor that this version does not know");
        }
        if (venue == null || source == null || rule == null || !problems.isEmpty()) {
            return new Checked.Refused<>(RejectReason.INVALID_DEFINITION, String.join("; ", problems));
        }
        Map<CompetitorId, Starter> entries = new LinkedHashMap<>();
        starters.starters().forEach(starter -> entries.put(starter.competitor(), starter));
        return new Checked.Accepted<>(
                new Definition(unit, venue, source, rule, defaultRule, entries, Map.of(), message));
    }

    /** Where a unit's rule comes from. */
    private sealed interface RuleOrigin {}

    private record OwnRule(RuleParse parse) implements RuleOrigin {}

    private record OfTheCatalogue(RuleChoice choice) implements RuleOrigin {}

    private RuleOrigin ruleOf(Rsc unit, UnitDefinition message) {
        RankingRule own = message.getRule();
        if (!own.getName().isEmpty()) {
            return new OwnRule(Rules.parse(own.getName(), own.getParameters()));
        }
        if (!own.getParameters().isEmpty()) {
            return new OwnRule(new RuleParse.Invalid(
                    List.of("parameters %s without a rule; leave both out for the catalogue's, or name the rule"
                            .formatted(new TreeMap<>(own.getParameters())))));
        }
        MarkKind publishes = message.getPublishes();
        return new OfTheCatalogue(catalogue.ruleFor(unit, publishes == MarkKind.UNKNOWN ? null : publishes));
    }

    private static void checkMedals(UnitDefinition message, List<String> problems) {
        List<Integer> medals = message.getMedals();
        if (medals.isEmpty() == message.getMedalEvent()) {
            problems.add("medalEvent is %s and medals are %s; a unit that gives medals says which ranks get which"
                    .formatted(message.getMedalEvent(), medals));
        }
        for (int medal : medals) {
            if (medal < 0 || medal > BRONZE) {
                problems.add("medal %d; 1 is gold, 2 silver, 3 bronze, 0 none".formatted(medal));
            }
        }
    }
}
