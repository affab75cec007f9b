/**
 * The ranking rules: from the scores of a unit's competitors to its ranked lines. Pure: no Kafka, no clock, no state.
 *
 * <p>Reads {@link org.podium.streams.rank.Performance}s, writes {@link org.podium.streams.rank.RankedLine}s. Uses
 * {@code org.podium.model.id}, {@code org.podium.model.mark} and the enums of {@code org.podium.model.wire}, and no
 * other package of the project. The rules and their parameters are listed in {@code docs/ranking-rules.md}.
 */
@NullMarked
package org.podium.streams.rank;

import org.jspecify.annotations.NullMarked;
