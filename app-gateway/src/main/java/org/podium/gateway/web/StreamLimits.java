package org.podium.gateway.web;

/**
 * Bounds of streams.
 *
 * @param maxStreams most streams at a time
 * @param maxFilters most values of all filters of a stream
 * @param maxBufferBytes bytes that a connection may hold before it counts as not writable
 */
public record StreamLimits(int maxStreams, int maxFilters, int maxBufferBytes) {}
