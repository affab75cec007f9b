package org.podium.streams.catalogue;

import java.util.Map;
import org.podium.streams.rank.Rule;

/**
 * The rule that the catalogue names for a unit.
 *
 * @param rule the rule, made with its parameters
 * @param name its name, as in a unit's definition
 * @param parameters its parameters, as in a unit's definition
 * @param pattern the pattern of the entry, as written; empty for the default
 * @param isDefault true when no entry is about the unit: its result is to be flagged {@code DEFAULT_RULE}
 */
public record RuleChoice(Rule rule, String name, Map<String, String> parameters, String pattern, boolean isDefault) {

    public RuleChoice {
        parameters = Map.copyOf(parameters);
    }
}
