package org.podium.lab.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.podium.streams.catalogue.RuleChoice;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;

/**
 * IRMs of which a file says by its type, {@code IRM_RANK}, that they rank behind everyone else, whatever the catalogue
 * says of the sport.
 */
final class RankedIrms {

    private static final String PLACED = "irm-placed";
    private static final String TYPE = "IRM_RANK";

    private RankedIrms() {}

    /** The rule with these IRMs among those that it places. */
    static RuleChoice in(List<CsvRow> rows, RuleChoice choice) {
        String placed = choice.parameters().getOrDefault(PLACED, "");
        TreeSet<String> missing = new TreeSet<>();
        for (CsvRow row : rows) {
            if (row.text("result_type").equals(TYPE)) {
                missing.add(GivenMarks.irm(row.text("result_IRM")).name());
            }
        }
        missing.removeAll(List.of(placed.split(",", -1)));
        if (missing.isEmpty()) {
            return choice;
        }
        Map<String, String> parameters = new TreeMap<>(choice.parameters());
        parameters.put(PLACED, (placed.isEmpty() ? "" : placed + ",") + String.join(",", missing));
        return switch (Rules.parse(choice.name(), parameters)) {
            case RuleParse.Parsed(var rule) ->
                new RuleChoice(rule, choice.name(), parameters, choice.pattern(), choice.isDefault());
            case RuleParse.Invalid(List<String> problems) ->
                throw new IllegalStateException(String.join("; ", problems));
        };
    }
}
