package org.podium.streams.catalogue;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.Rsc;
import org.podium.model.wire.MarkKind;

/**
 * One line of the catalogue: units and what they are ranked by.
 *
 * @param scope the units
 * @param choice the rule
 */
record CatalogueEntry(Scope scope, RuleChoice choice) {

    /**
     * What an entry is about.
     *
     * @param line where it is in the text, from 1
     * @param pattern the units
     * @param publishes the kind of result that they publish; null for any
     */
    record Scope(int line, UnitPattern pattern, @Nullable MarkKind publishes) {

        /** From the least to the most specific: by what is spelled out, then by whether the kind of result is. */
        static final Comparator<Scope> BY_PRECISION = Comparator.<Scope>comparingInt(scope -> scope.pattern.letters())
                .thenComparing(scope -> scope.publishes != null);

        /** Whether there can be a unit that both are about and of which neither knows more than the other. */
        boolean contradicts(Scope other) {
            boolean sameKind = publishes == null || other.publishes == null || publishes == other.publishes;
            return sameKind && BY_PRECISION.compare(this, other) == 0 && pattern.overlaps(other.pattern);
        }
    }

    boolean isAbout(Rsc unit, @Nullable MarkKind published) {
        return scope.pattern.matches(unit) && (scope.publishes == null || scope.publishes == published);
    }
}
