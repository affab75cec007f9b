/**
 * Watches a cluster from outside: redundancy, lag, certificates. Reads the cluster through an admin client and a
 * directory of certificates; writes metrics. Uses {@code config}, {@code endpoint}, {@code kafka}, {@code deploy} and
 * {@code run}.
 */
@NullMarked
package org.podium.operations.watch;

import org.jspecify.annotations.NullMarked;
