/**
 * What the whole way costs in time, from a venue's agent to a client, while nothing is broken. Uses the lab's
 * {@code trial} and {@code machine}; writes the files of its results.
 */
@NullMarked
package org.podium.bench.pipeline;

import org.jspecify.annotations.NullMarked;
