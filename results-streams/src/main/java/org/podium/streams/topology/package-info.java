/**
 * Kafka Streams: what reads records, keeps state in stores and forwards results. Decides nothing itself.
 *
 * <p>Reads venue events, desk events and definitions; writes results, medallists, medal standings and rejects. Uses all
 * pure packages of the module.
 */
@NullMarked
package org.podium.streams.topology;

import org.jspecify.annotations.NullMarked;
