/**
 * Typed identifiers: RSC, unit and event keys, competition, venue, source, competitor and organisation codes. Each
 * parses what its {@code toString} prints. Uses no other package of the project.
 */
@NullMarked
package org.podium.model.id;

import org.jspecify.annotations.NullMarked;
