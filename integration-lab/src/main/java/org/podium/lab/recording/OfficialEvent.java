package org.podium.lab.recording;

import java.util.List;
import java.util.Map;
import org.podium.model.id.CompetitorId;

/**
 * What a recorded event really ended in.
 *
 * @param title what it is, for people
 * @param sources public sources of its facts, at least one
 * @param known what is known, what is reconstructed and what is left out
 * @param qualification who went on from each phase, with which mark, by the phase's code
 * @param ranking the event's ranking; empty where it is not recorded
 */
public record OfficialEvent(
        String title,
        List<String> sources,
        String known,
        Map<String, Map<CompetitorId, String>> qualification,
        List<Rank> ranking) {

    public OfficialEvent {
        sources = List.copyOf(sources);
        qualification = Map.copyOf(qualification);
        ranking = List.copyOf(ranking);
    }

    /**
     * A competitor's rank in the event.
     *
     * @param rankEqual true when another competitor has the same rank
     */
    public record Rank(CompetitorId competitor, int rank, boolean rankEqual) {}
}
