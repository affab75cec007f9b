package org.podium.streams.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;

/** Who may speak on which topic. One topic a venue, so that the broker vouches for the origin. */
public final class Origins {

    /** Venue that events of the desk name. */
    public static final VenueCode DESK = new VenueCode("DESK");

    private final Map<String, VenueCode> venues = new HashMap<>();

    /**
     * Origins of a deployment.
     *
     * @throws IllegalArgumentException when a venue is called like the desk
     */
    public Origins(TopicCatalogue topics) {
        for (VenueCode venue : topics.venues()) {
            if (venue.equals(DESK)) {
                throw new IllegalArgumentException("A venue cannot be called " + DESK + ": that is the results desk");
            }
            venues.put(TopicCatalogue.venueEvents(venue).name(), venue);
        }
        venues.put(TopicCatalogue.DESK_EVENTS.name(), DESK);
    }

    /** Venue that may speak on a topic of venue events. */
    public VenueCode venueOf(String topic) {
        return Objects.requireNonNull(venues.get(topic), topic);
    }

    /** True for the topic of the results desk. */
    public static boolean isDesk(String topic) {
        return TopicCatalogue.DESK_EVENTS.name().equals(topic);
    }
}
