/**
 * How state is stored: one Avro record a unit, an event, a competition, in Avro's single-object encoding, whose schemas
 * are all kept in this module's resources so that every older state can be read (ADR 0013). Pure: no Kafka.
 *
 * <p>Turns {@link org.podium.streams.fold.UnitState} into the records of {@code org.podium.streams.stored} and back.
 * Uses {@code fold}, {@code validate} and {@code rank}.
 */
@NullMarked
package org.podium.streams.state;

import org.jspecify.annotations.NullMarked;
