package org.podium.streams.records;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;

/**
 * The records of one event as they stood before the competition.
 *
 * @param kind of mark that they are of
 * @param windLimit greatest wind with which a mark counts; null where it does not matter
 * @param references in the order in which they are shown
 */
public record RecordBook(
        EventKey event, MarkKind kind, @Nullable Quantity windLimit, List<Reference> references) {

    /**
     * One of them.
     *
     * @param organisations whose competitors it is for; empty for all
     * @param competitor whose best it is; null when it is not one competitor's own
     */
    public record Reference(
            String type,
            Quantity mark,
            Set<OrganisationCode> organisations,
            @Nullable CompetitorId competitor) {

        public Reference {
            organisations = Set.copyOf(organisations);
        }

        boolean isFor(CompetitorId who, OrganisationCode of) {
            return (competitor == null || competitor.equals(who))
                    && (organisations.isEmpty() || organisations.contains(of));
        }
    }

    public RecordBook {
        references = List.copyOf(references);
    }

    /** Whether the first mark is better than the second. */
    boolean isBetter(Quantity mark, Quantity other) {
        int comparison = mark.compareTo(other);
        return lessIsBetter() ? comparison < 0 : comparison > 0;
    }

    private boolean lessIsBetter() {
        return kind == MarkKind.TIME || kind == MarkKind.STROKES;
    }

    /** Whether a mark equals or breaks any of the records that are for its competitor. */
    boolean reachesAny(CompetitorId who, OrganisationCode of, Quantity mark) {
        for (Reference reference : references) {
            if (!isBetter(reference.mark(), mark) && reference.isFor(who, of)) {
                return true;
            }
        }
        return false;
    }
}
