@NullMarked
package org.podium.venue.spool;

import org.jspecify.annotations.NullMarked;
