/**
 * What follows for an event from its units: rankings of phases, who goes on with which mark, who starts in the next
 * units, the ranking of the event and its medallists. Pure: no Kafka, no clock, no state; a function of the event's
 * definition and of what its units have come to.
 *
 * <p>Reads {@link org.podium.streams.event.EventPlan}s and {@link org.podium.streams.event.UnitStanding}s, writes an
 * {@link org.podium.streams.event.Outcome}. Uses {@code validate} and {@code rank}. The definition is described in
 * {@code docs/events.md}.
 */
@NullMarked
package org.podium.streams.event;

import org.jspecify.annotations.NullMarked;
