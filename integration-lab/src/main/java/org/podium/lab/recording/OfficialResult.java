package org.podium.lab.recording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.wire.Medal;

/**
 * What a recorded unit really ended in.
 *
 * @param title what it is, for people
 * @param kind what it is an example of, such as {@code vertical jump with a shared gold medal}
 * @param sources public sources of its facts, at least one
 * @param known what is known, what is reconstructed and what is left out
 * @param ranks the official ranks of all starters, after every correction
 * @param medals who won which medal; empty where the unit gives none
 * @param corrected how the ranks were before a decision that came after they were official; null in most recordings
 */
public record OfficialResult(
        String title,
        String kind,
        List<String> sources,
        String known,
        List<OfficialRank> ranks,
        Map<Medal, List<CompetitorId>> medals,
        @Nullable Corrected corrected) {

    public OfficialResult {
        sources = List.copyOf(sources);
        ranks = List.copyOf(ranks);
        medals = Map.copyOf(medals);
    }

    /**
     * A correction of an official result.
     *
     * @param reason why
     * @param ranksBefore the ranks that were official until then
     */
    public record Corrected(String reason, List<OfficialRank> ranksBefore) {

        public Corrected {
            ranksBefore = List.copyOf(ranksBefore);
        }
    }
}
