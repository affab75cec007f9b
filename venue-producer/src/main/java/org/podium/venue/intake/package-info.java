/**
 * From a timing system's lines to the agent of its venue: at their pace, with every line that cannot be used reported.
 * Reads lines, hands events to an agent, writes reports for people. Uses {@code ndjson}, {@code publish}, {@code spool}
 * and {@code org.podium.model}.
 */
@NullMarked
package org.podium.venue.intake;

import org.jspecify.annotations.NullMarked;
