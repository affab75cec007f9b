/**
 * The servers that are measured beside one another, each as a process of its own on loopback: the gateway behind a real
 * broker, nginx with Nchan, nats-server, and the least that a server does. Uses {@code feed}, {@code load} and
 * {@code machine}.
 */
@NullMarked
package org.podium.bench.peer;

import org.jspecify.annotations.NullMarked;
