package org.podium.lab.conformance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.podium.model.id.UnitKey;
import org.podium.streams.catalogue.RuleChoice;

/**
 * One unit of a file.
 *
 * @param key its key
 * @param discipline name of the discipline, for people
 * @param event name of the event
 * @param unit name of the unit
 * @param start when it began, as published
 * @param choice the rule, from the catalogue
 * @param given what goes in, in the order of competitor ids
 * @param expected what has to come out, by competitor id
 * @param problems what of the file could not be read; empty in a good file
 */
record PublishedUnit(
        UnitKey key,
        String discipline,
        String event,
        String unit,
        Instant start,
        RuleChoice choice,
        List<Given> given,
        Map<String, Expected> expected,
        List<String> problems) {

    PublishedUnit {
        given = given.stream().sorted(Comparator.comparing(Given::competitor)).toList();
        expected = Map.copyOf(expected);
        problems = List.copyOf(problems);
    }

    /** Whether the file says anything that can be compared. */
    boolean publishesSomething() {
        return expected.values().stream().anyMatch(line -> !line.isNothing());
    }
}
