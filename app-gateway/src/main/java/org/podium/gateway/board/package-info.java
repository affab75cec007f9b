/**
 * What the gateway holds: the newest revision of every subject (a unit, an event's medallists, an organisation's line
 * of the medal table), the definitions of units, and a bounded window of the revisions in the order in which they came.
 * Written by one thread, read by any. Uses {@code document}.
 */
@NullMarked
package org.podium.gateway.board;

import org.jspecify.annotations.NullMarked;
