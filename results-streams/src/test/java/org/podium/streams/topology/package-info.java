@NullMarked
package org.podium.streams.topology;

import org.jspecify.annotations.NullMarked;
