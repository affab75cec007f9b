package org.podium.lab.replay;

import java.time.Instant;
import org.podium.model.wire.VenueEvent;

/** An event and the moment at which the venue's agent is meant to take it, which is its venue time, too. */
public record TimedEvent(Instant taken, VenueEvent event) {}
