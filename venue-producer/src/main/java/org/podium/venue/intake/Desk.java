package org.podium.venue.intake;

import org.podium.model.id.VenueCode;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/** The results desk speaks like a venue, on a topic of its own. */
public final class Desk {

    /** What its events carry as their venue. */
    public static final VenueCode CODE = VenueCode.parse("DESK");

    private Desk() {}

    /** Topic of whoever speaks: the desk or a venue. */
    public static Topic topicOf(VenueCode speaker) {
        return speaker.equals(CODE) ? TopicCatalogue.DESK_EVENTS : TopicCatalogue.venueEvents(speaker);
    }
}
