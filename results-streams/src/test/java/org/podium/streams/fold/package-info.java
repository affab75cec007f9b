@NullMarked
package org.podium.streams.fold;

import org.jspecify.annotations.NullMarked;
