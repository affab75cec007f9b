@NullMarked
package org.podium.streams.medals;

import org.jspecify.annotations.NullMarked;
