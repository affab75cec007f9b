package org.podium.gateway.stream;

import org.podium.gateway.subscription.FanOut;
import org.podium.gateway.subscription.Permit;

/**
 * A stream that was let in.
 *
 * @param fanOut where its reader is served
 * @param permit whether it may stay
 * @param ended run once, when the stream has ended
 */
public record Admission(FanOut fanOut, Permit permit, Runnable ended) {}
