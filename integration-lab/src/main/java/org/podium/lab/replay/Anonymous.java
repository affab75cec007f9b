package org.podium.lab.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.podium.lab.recording.RecordedStep;
import org.podium.model.wire.Entry;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * Takes the names out of a script, so that its events can be used where nobody is to be taken for a real competitor.
 */
final class Anonymous {

    private static final String ORGANISATION = "ZZZ";

    private final Map<String, Integer> numbers = new HashMap<>();

    private Anonymous() {}

    /** The same events by competitors called "Competitor 1" and so on. */
    static Script of(Script script) {
        Anonymous names = new Anonymous();
        UnitDefinition definition = script.definition();
        return new Script(
                UnitDefinition.newBuilder(definition)
                        .setEntries(names.entries(definition.getEntries()))
                        .build(),
                script.steps().stream().map(names::step).toList());
    }

    private RecordedStep step(RecordedStep step) {
        VenueEvent event = step.event();
        List<Entry> startList = event.getStartList();
        return startList == null
                ? step
                : new RecordedStep(
                        step.at(),
                        VenueEvent.newBuilder(event)
                                .setStartList(entries(startList))
                                .build());
    }

    private List<Entry> entries(List<Entry> entries) {
        return entries.stream()
                .map(entry -> Entry.newBuilder(entry)
                        .setName("Competitor " + number(entry.getCompetitor()))
                        .setOrganisation(ORGANISATION)
                        .setMembers(List.of())
                        .build())
                .toList();
    }

    private int number(String competitor) {
        return numbers.computeIfAbsent(competitor, unseen -> numbers.size() + 1);
    }
}
