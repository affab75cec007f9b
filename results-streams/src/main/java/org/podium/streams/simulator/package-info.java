/**
 * Makes up units of every ranking rule, for the dry run and for load: the same seed makes the same units. Competitors
 * look made up. Reads nothing and writes nothing. Uses {@code org.podium.model} only.
 */
@NullMarked
package org.podium.streams.simulator;

import org.jspecify.annotations.NullMarked;
