package org.podium.streams.event;

import org.podium.model.id.Rsc;

/** Where something of an event comes from: a unit, or a phase with all its groups or one of them. */
sealed interface Origin {

    /** As it stands in the definition. */
    String text();

    record OfUnit(Rsc unit) implements Origin {
        @Override
        public String text() {
            return unit.value();
        }
    }

    /**
     * A phase, over all groups or in one of them.
     *
     * @param group empty for the ranking over all groups
     */
    record OfPhase(String code, String group) implements Origin {
        @Override
        public String text() {
            return code;
        }
    }
}
