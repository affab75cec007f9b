/**
 * A client of the gateway, as an app is one: reads the live stream over HTTP and nothing else. Knows the protocol from
 * {@code docs/protocol.md}, none of the gateway's classes.
 */
@NullMarked
package org.podium.lab.reader;

import org.jspecify.annotations.NullMarked;
