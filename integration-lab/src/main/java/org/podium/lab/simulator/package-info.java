/**
 * Makes up units of every ranking rule, for load: the same seed makes the same units. Competitors look made up. Reads
 * nothing and writes nothing. Uses {@code org.podium.model} only.
 */
@NullMarked
package org.podium.lab.simulator;

import org.jspecify.annotations.NullMarked;
