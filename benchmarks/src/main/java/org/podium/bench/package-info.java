/** What the parts of Podium cost, measured: {@code ./podium bench}. */
@NullMarked
package org.podium.bench;

import org.jspecify.annotations.NullMarked;
