/**
 * From a unit's view to the result that the world sees: ranked lines with names and medals, whether it differs from
 * what the world saw last, and its version. Pure: no Kafka, no clock.
 *
 * <p>Reads {@link org.podium.streams.fold.UnitView}s, writes {@link org.podium.model.wire.Result}s. Uses {@code fold},
 * {@code validate} and {@code rank}.
 */
@NullMarked
package org.podium.streams.publish;

import org.jspecify.annotations.NullMarked;
