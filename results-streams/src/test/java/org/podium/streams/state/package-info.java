@NullMarked
package org.podium.streams.state;

import org.jspecify.annotations.NullMarked;
