@NullMarked
package org.podium.venue.intake;

import org.jspecify.annotations.NullMarked;
