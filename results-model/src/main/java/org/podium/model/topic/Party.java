package org.podium.model.topic;

import org.podium.model.id.VenueCode;

/**
 * Who writes or reads topics. The principal is the name that the party's credential carries, and that the brokers grant
 * access to: {@code venue-STA}, {@code results-streams}.
 */
public record Party(String principal) {

    /** The organiser, who defines units and events. */
    public static final Party ORGANISER = new Party("organiser");

    /** The results desk, which corrects and decides. */
    public static final Party DESK = new Party("results-desk");

    /** Whoever sends events of units that are over once more. */
    public static final Party REPLAY = new Party("replay");

    /** All instances of results-streams. */
    public static final Party STREAMS = new Party("results-streams");

    /** All instances of app-gateway. */
    public static final Party GATEWAY = new Party("app-gateway");

    /** Every broadcaster; each has a credential of its own. */
    public static final Party BROADCASTER = new Party("broadcaster");

    /** The control room, which watches what was rejected. */
    public static final Party CONTROL_ROOM = new Party("control-room");

    /** The agent of a venue. */
    public static Party venue(VenueCode venue) {
        return new Party("venue-" + venue);
    }
}
