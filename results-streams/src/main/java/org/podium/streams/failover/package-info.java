/**
 * What an instance does when another one is gone, or when it comes back itself, beyond what Kafka Streams does by
 * itself. Knows Kafka, and nothing of results.
 */
@NullMarked
package org.podium.streams.failover;

import org.jspecify.annotations.NullMarked;
