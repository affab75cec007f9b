/** What the machine says of itself and of processes on it: {@code /proc}. */
@NullMarked
package org.podium.bench.machine;

import org.jspecify.annotations.NullMarked;
