/** Exact measured values. Uses no other package of the project. */
@NullMarked
package org.podium.model.mark;

import org.jspecify.annotations.NullMarked;
