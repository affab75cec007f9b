/**
 * Records and bests: which marks of a unit equal or break one. A reference list says how they stood before the
 * competition; what earlier units of the event did moves them on. Pure: no Kafka, no clock.
 *
 * <p>Reads {@link org.podium.model.wire.RecordList}s and ranked lines. Uses {@code rank} and {@code validate}.
 */
@NullMarked
package org.podium.streams.records;

import org.jspecify.annotations.NullMarked;
