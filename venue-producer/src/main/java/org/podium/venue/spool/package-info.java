/**
 * Records on disk until Kafka has acknowledged them. Reads and writes one directory and knows nothing of events, Avro
 * or Kafka (ADR 0025). Uses no other package of the project.
 */
@NullMarked
package org.podium.venue.spool;

import org.jspecify.annotations.NullMarked;
