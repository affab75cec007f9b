package org.podium.streams.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.wire.CompetitorType;

/**
 * A competitor of a unit.
 *
 * @param name as shown
 * @param startOrder order of start or lane from 1; null when not drawn
 * @param bib number worn; null when none
 * @param lot lot number from 1; null when the sport has none
 * @param members names of a team's members; empty for a person
 */
public record Starter(
        CompetitorId competitor,
        String name,
        OrganisationCode organisation,
        CompetitorType type,
        @Nullable Integer startOrder,
        @Nullable String bib,
        @Nullable Integer lot,
        List<String> members) {

    public Starter {
        members = List.copyOf(members);
    }

    /** The same in another unit, at that place of its start list. */
    public Starter at(int order) {
        return new Starter(competitor, name, organisation, type, order, bib, lot, members);
    }
}
