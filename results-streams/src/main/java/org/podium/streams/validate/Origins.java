package org.podium.streams.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;

/**
 * Who may speak on which topic. One topic a venue, so that the broker vouches for the origin; on the topic of replays
 * whoever may write there vouches for all venues.
 */
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

    /** What is wrong with a venue that speaks on a topic of venue events; nothing when it may. */
    Optional<String> objection(VenueCode speaker, String topic) {
        if (isReplay(topic)) {
            return !speaker.equals(DESK) && venues.containsValue(speaker)
                    ? Optional.empty()
                    : Optional.of(
                            "%s is replayed on %s, where only venues of this deployment are".formatted(speaker, topic));
        }
        VenueCode allowed = Objects.requireNonNull(venues.get(topic), topic);
        return speaker.equals(allowed)
                ? Optional.empty()
                : Optional.of("venue %s speaks on %s, where only %s may; a venue speaks on its own topic"
                        .formatted(speaker, topic, allowed));
    }

    /** True for the topic of the results desk. */
    public static boolean isDesk(String topic) {
        return TopicCatalogue.DESK_EVENTS.name().equals(topic);
    }

    /** True for the topic of events that are sent when their units are over. */
    public static boolean isReplay(String topic) {
        return TopicCatalogue.REPLAY_EVENTS.name().equals(topic);
    }
}
