/**
 * A whole system under a load of venue events, and what clients saw held against what venues said. Reads
 * {@code simulator} and {@code replay} for the load, {@code cluster} for the processes, {@code reader} for what clients
 * see. The checker knows none of the classes of the services: it has its own simple idea of what has to come out.
 */
@NullMarked
package org.podium.lab.trial;

import org.jspecify.annotations.NullMarked;
