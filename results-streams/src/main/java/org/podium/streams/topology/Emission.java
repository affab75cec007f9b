package org.podium.streams.topology;

import org.podium.model.wire.EventResult;
import org.podium.model.wire.RejectedEvent;

/** What the unit stage forwards: one of three things, each to its own topics. */
sealed interface Emission {

    /**
     * A result, encoded once for the two topics that it goes to.
     *
     * @param value in the wire format
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record OfResult(byte[] value) implements Emission {}

    /** What follows for an event. */
    record OfEvent(EventResult value) implements Emission {}

    /** What was not taken as it was. */
    record OfReject(RejectedEvent value) implements Emission {}
}
