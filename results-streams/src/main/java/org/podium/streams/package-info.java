/** The topology: from venue events to results. */
@NullMarked
package org.podium.streams;

import org.jspecify.annotations.NullMarked;
