/** What the machine says of processes on it ({@code /proc}), and processes of servers. */
@NullMarked
package org.podium.bench.machine;

import org.jspecify.annotations.NullMarked;
