/** When a stream thread commits: as seldom as its load asks for. Knows Kafka, and nothing of results. */
@NullMarked
package org.podium.streams.commit;

import org.jspecify.annotations.NullMarked;
