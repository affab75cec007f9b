@NullMarked
package org.podium.venue;

import org.jspecify.annotations.NullMarked;
