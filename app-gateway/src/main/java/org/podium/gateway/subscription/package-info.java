/**
 * Readers of streams: what each wants, where each is, and the fan-out that keeps them up to date. Free of transports: a
 * transport is an {@link org.podium.gateway.subscription.Outlet}. Everything of one fan-out runs on one thread. Reads
 * {@code board}, writes {@code frame}s.
 */
@NullMarked
package org.podium.gateway.subscription;

import org.jspecify.annotations.NullMarked;
