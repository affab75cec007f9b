package org.podium.lab.conformance;

import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Outcome;

/**
 * What a file publishes about one competitor of a unit, to be compared with what comes out.
 *
 * @param rank as published; null when none
 * @param decision of a match; null when none
 * @param text the mark that ranks, where the file has it beside the marks that it is made of; null otherwise
 */
record Expected(
        @Nullable Integer rank,
        @Nullable Outcome decision,
        @Nullable String text) {

    boolean isNothing() {
        return rank == null && decision == null && text == null;
    }
}
