/**
 * What may enter: from a decoded message to a typed value, or a reason why not. Pure: no Kafka, no clock, no state.
 *
 * <p>Reads messages of {@code org.podium.model.wire}, writes {@link org.podium.streams.validate.Envelope}s,
 * {@link org.podium.streams.validate.Payload}s and {@link org.podium.streams.validate.Definition}s. Uses {@code rank}
 * for the rule that a definition names.
 */
@NullMarked
package org.podium.streams.validate;

import org.jspecify.annotations.NullMarked;
