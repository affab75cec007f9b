package org.podium.streams.catalogue;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.Rsc;
import org.podium.model.wire.MarkKind;

/**
 * One line of the catalogue: units and what they are ranked by.
 *
 * @param line where it is in the text, from 1
 * @param pattern the units
 * @param publishes the kind of result that they publish; null for any
 * @param choice the rule
 */
record CatalogueEntry(
        int line, UnitPattern pattern, @Nullable MarkKind publishes, RuleChoice choice) {

    /** From the least to the most specific: by what is spelled out, then by whether the kind of result is. */
    static final Comparator<CatalogueEntry> BY_PRECISION = Comparator.<CatalogueEntry>comparingInt(
                    entry -> entry.pattern.letters())
            .thenComparing(entry -> entry.publishes != null);

    boolean isAbout(Rsc unit, @Nullable MarkKind published) {
        return pattern.matches(unit) && (publishes == null || publishes == published);
    }

    /** Whether there can be a unit that both are about and of which neither knows more than the other. */
    boolean contradicts(CatalogueEntry other) {
        boolean sameKind = publishes == null || other.publishes == null || publishes == other.publishes;
        return sameKind && BY_PRECISION.compare(this, other) == 0 && pattern.overlaps(other.pattern);
    }
}
