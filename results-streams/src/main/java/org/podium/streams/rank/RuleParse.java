package org.podium.streams.rank;

import java.util.List;

/** What became of a rule's name and parameters. */
public sealed interface RuleParse {

    /** They name a rule. */
    record Parsed(Rule rule) implements RuleParse {}

    /**
     * They do not.
     *
     * @param problems every problem found, one sentence each, never empty
     */
    record Invalid(List<String> problems) implements RuleParse {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
