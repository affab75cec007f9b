/**
 * Venue events and unit definitions as text: one JSON object a line. Reads lines, writes lines; a line that is not what
 * the format says is a value with its number, its problem and what to do, never an exception. The format is in
 * {@code docs/venue-events.md}, its JSON Schema beside this package's classes. Uses {@code org.podium.model} only.
 */
@NullMarked
package org.podium.venue.ndjson;

import org.jspecify.annotations.NullMarked;
