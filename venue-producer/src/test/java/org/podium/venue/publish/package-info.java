@NullMarked
package org.podium.venue.publish;

import org.jspecify.annotations.NullMarked;
