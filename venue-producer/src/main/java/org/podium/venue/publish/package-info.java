/**
 * From a venue event to its topic: takes events, keeps them in a spool, sends them in order until Kafka has
 * acknowledged them; publishes definitions of units. Writes {@code venue.<VENUE>.events} or {@code desk.events}, and
 * {@code reference.units}. Uses {@code spool} and {@code org.podium.model}.
 */
@NullMarked
package org.podium.venue.publish;

import org.jspecify.annotations.NullMarked;
