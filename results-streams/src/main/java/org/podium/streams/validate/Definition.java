package org.podium.streams.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.rank.Rule;

/**
 * What is known of a unit before it starts.
 *
 * @param venue the only one that may speak about it, beside the desk
 * @param source in charge until another takes over
 * @param rule how it is ranked
 * @param defaultRule true when the unit is in no catalogue and names no rule
 * @param entries expected competitors, in the order of the message
 * @param drawn competitors whom other units of the event put on the start list, until the venue says who starts
 * @param message what it was read from; holds what is only passed on
 */
public record Definition(
        UnitKey unit,
        VenueCode venue,
        SourceId source,
        Rule rule,
        boolean defaultRule,
        Map<CompetitorId, Starter> entries,
        Map<CompetitorId, Starter> drawn,
        UnitDefinition message) {

    public Definition {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        drawn = Collections.unmodifiableMap(new LinkedHashMap<>(drawn));
    }

    /** The same with these competitors drawn. */
    public Definition drawing(Map<CompetitorId, Starter> competitors) {
        return new Definition(unit, venue, source, rule, defaultRule, entries, competitors, message);
    }
}
