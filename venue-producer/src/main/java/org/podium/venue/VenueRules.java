package org.podium.venue;

import java.util.ArrayList;
import java.util.List;
import org.podium.operations.config.ByteSize;
import org.podium.venue.spool.SpoolSettings;

/** What is wrong with values that are right each for itself. */
final class VenueRules {

    private VenueRules() {}

    /** Of every command. */
    static List<String> broken(VenueSettings settings) {
        ByteSize bound = settings.venue().spool().maxBytes();
        return bound.bytes() < SpoolSettings.LEAST_BYTES
                ? List.of("podium.venue.spool.max-bytes = %s: has to be %s or more"
                        .formatted(bound, new ByteSize(SpoolSettings.LEAST_BYTES)))
                : List.of();
    }

    /** Of the agent, which may have a spool to send before it sees an event. */
    static List<String> brokenForAgent(VenueSettings settings) {
        List<String> broken = new ArrayList<>(broken(settings));
        if (settings.venue().code().isEmpty()) {
            broken.add("podium.venue.code: has to be set for the agent: the code of the venue, such as STA, or DESK");
        }
        return broken;
    }
}
