/** Hands on together what waits together when an instance is behind. Knows Kafka, and nothing of results. */
@NullMarked
package org.podium.streams.backlog;

import org.jspecify.annotations.NullMarked;
