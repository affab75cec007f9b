/**
 * From a unit's view, or what follows for an event, to the result that the world sees: lines with names and medals,
 * whether it differs from what the world saw last, and its version. Pure: no Kafka, no clock.
 *
 * <p>Reads {@link org.podium.streams.fold.UnitView}s and {@link org.podium.streams.event.Outcome}s, writes
 * {@link org.podium.model.wire.Result}s and {@link org.podium.model.wire.EventResult}s. Uses {@code event},
 * {@code fold}, {@code validate} and {@code rank}.
 */
@NullMarked
package org.podium.streams.publish;

import org.jspecify.annotations.NullMarked;
