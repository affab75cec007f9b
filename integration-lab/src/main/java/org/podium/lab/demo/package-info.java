/**
 * {@code ./podium demo}: starts the stack, warms it up, replays recorded competitions and tells what happens. May use
 * every package of the lab.
 */
@NullMarked
package org.podium.lab.demo;

import org.jspecify.annotations.NullMarked;
