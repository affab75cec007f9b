/** The edge agent of a venue: from a timing system to the venue's topic, through a spool on disk. */
@NullMarked
package org.podium.venue;

import org.jspecify.annotations.NullMarked;
