/**
 * Brings a cluster to what the topic catalogue and the Avro contracts say, and tells where it differs. Reads the
 * catalogue, the cluster and the schema registry; writes topics and schemas. Uses {@code config}.
 */
@NullMarked
package org.podium.operations.deploy;

import org.jspecify.annotations.NullMarked;
