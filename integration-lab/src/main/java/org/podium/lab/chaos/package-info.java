/**
 * The fault campaign: a load of venue events on a cluster of processes, one fault after another, and what clients saw
 * meanwhile held against what venues said. Reads {@code simulator} and {@code replay} for the load, {@code cluster} for
 * what is broken, {@code reader} for what clients see; writes a report. The checker knows none of the classes of the
 * services: it has its own simple idea of what has to come out.
 */
@NullMarked
package org.podium.lab.chaos;

import org.jspecify.annotations.NullMarked;
