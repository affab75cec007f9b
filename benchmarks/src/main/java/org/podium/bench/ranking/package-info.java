/**
 * What it costs to rank an event into its unit: in memory, as the topology does it, and through a real broker. Uses
 * {@code streams} and the lab's broker.
 */
@NullMarked
package org.podium.bench.ranking;

import org.jspecify.annotations.NullMarked;
