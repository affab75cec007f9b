/**
 * How a service reaches Kafka and the schema registry: the settings of their clients, with reasons, in one place. Reads
 * the configuration, and a properties file with credentials where there is one; writes nothing. Uses {@code config} and
 * {@code run}.
 */
@NullMarked
package org.podium.operations.kafka;

import org.jspecify.annotations.NullMarked;
