/**
 * The catalogue of topics: names, keys, values, clean-up, who writes and who reads, and the partition that a key
 * belongs to. Nobody else types a topic's name. Uses {@code id} and the messages of {@code wire}.
 */
@NullMarked
package org.podium.model.topic;

import org.jspecify.annotations.NullMarked;
