package org.podium.gateway.web;

import java.time.Duration;
import org.podium.gateway.stream.StreamLimits;

/**
 * Bounds of streams.
 *
 * @param maxStreams most streams at a time
 * @param maxFilters most values of all filters of a stream
 * @param flushWindow longest time that updates are gathered for while there is much to send
 * @param overloadLag how late an event loop may be before it takes no new streams
 * @param drain time over which the goodbyes are spread when the gateway stops
 * @param connection bounds of each connection
 */
public record StreamRules(
        int maxStreams,
        int maxFilters,
        Duration flushWindow,
        Duration overloadLag,
        Duration drain,
        StreamLimits connection) {}
