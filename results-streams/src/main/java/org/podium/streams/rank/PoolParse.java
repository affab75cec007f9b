package org.podium.streams.rank;

import java.util.List;

/** What became of a pool's parameters. */
public sealed interface PoolParse {

    /** They describe a pool. */
    record Parsed(Pool pool) implements PoolParse {}

    /**
     * They do not.
     *
     * @param problems every problem found, one sentence each, never empty
     */
    record Invalid(List<String> problems) implements PoolParse {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
