/**
 * The state of a unit: the fold of its venue events by layer and sequence, never by arrival. Pure: no Kafka, no clock.
 *
 * <p>Reads {@link org.podium.streams.validate.Envelope}s and a {@link org.podium.streams.validate.Definition}, changes
 * a {@link org.podium.streams.fold.UnitState} and gives a {@link org.podium.streams.fold.UnitView} of it. Uses
 * {@code validate} and {@code rank}.
 */
@NullMarked
package org.podium.streams.fold;

import org.jspecify.annotations.NullMarked;
