/**
 * Venue events and unit definitions as text for people and tests: venue events as NDJSON, one JSON object a line. Reads
 * bytes and texts, yields messages of {@code org.podium.model.wire} or what is wrong with the text and where. Strict:
 * whatever is not in {@code docs/venue-events.md} is refused. Uses the model alone.
 */
@NullMarked
package org.podium.venue.ndjson;

import org.jspecify.annotations.NullMarked;
