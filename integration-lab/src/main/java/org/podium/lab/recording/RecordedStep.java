package org.podium.lab.recording;

import java.time.Duration;
import org.podium.model.wire.VenueEvent;

/**
 * One event of a replay.
 *
 * @param at when it is sent, counted from the start of a replay of all recordings at speed 1
 * @param event the event, with the venue time of the real competition
 */
public record RecordedStep(Duration at, VenueEvent event) {}
