/**
 * What follows from official results: the medallists of an event and the medal table. A unit's, or an event's,
 * contribution is replaced as a whole and never added to, so that a correction takes back what it corrects. Pure: no
 * Kafka, no clock.
 *
 * <p>Reads {@link org.podium.model.wire.Result}s, writes {@link org.podium.model.wire.EventResult}s and
 * {@link org.podium.model.wire.MedalStanding}s; keeps the records of {@code stored}. Uses no other package of the
 * topology.
 */
@NullMarked
package org.podium.streams.medals;

import org.jspecify.annotations.NullMarked;
