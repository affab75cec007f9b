package org.podium.operations.config;

import java.util.List;

/** A configuration that a service cannot start with. The message lists every problem, one a line. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidConfigurationException(List<String> problems) {
        super(
                problems.size() == 1
                        ? "the configuration has a problem:\n  " + problems.getFirst()
                        : "the configuration has %d problems:\n  %s"
                                .formatted(problems.size(), String.join("\n  ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** Every problem: the key, what was found, where, and what is allowed. Secrets are not in there. */
    public List<String> problems() {
        return problems;
    }
}
