package org.podium.lab.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.streams.topology.TopologyInMemory;
import org.podium.streams.topology.TopologySettings;

/** The real topology on Kafka's test driver: the same bytes as on topics, without a broker. */
final class ThroughTopology implements Through {

    private static final VenueCode VENUE = VenueCode.parse(UnitScript.VENUE);

    private final TopologyInMemory topology =
            new TopologyInMemory(TopologySettings.usual(new TopicCatalogue(List.of(VENUE)), 1, FeedFlag.PRODUCTION));

    @Override
    public Ranked rank(List<UnitScript> units) {
        Map<UnitKey, Map<String, RankedCompetitor>> results = new HashMap<>();
        Map<UnitKey, List<String>> rejects = new HashMap<>();
        Map<String, List<Integer>> medals = new HashMap<>();
        for (UnitScript unit : units) {
            topology.define(unit.definition(), unit.definition().getScheduledStart());
            unit.events().forEach(event -> topology.take(event, event.getVenueTime()));
            topology.written(TopicCatalogue.RESULTS_FEED.name(), Result.class)
                    .forEach(result ->
                            results.put(UnitKey.of(result.getCompetition(), result.getUnit()), lines(result)));
            for (RejectedEvent reject : topology.written(TopicCatalogue.RESULTS_REJECTED.name(), RejectedEvent.class)) {
                rejects.computeIfAbsent(unit.key(), key -> new ArrayList<>())
                        .add(reject.getReason() + ": " + reject.getSentence());
            }
            for (MedalStanding standing : topology.written(TopicCatalogue.RESULTS_MEDALS.name(), MedalStanding.class)) {
                medals.put(
                        standing.getOrganisation(),
                        List.of(standing.getGold(), standing.getSilver(), standing.getBronze()));
            }
        }
        return new Ranked(results, rejects, medals);
    }

    private static Map<String, RankedCompetitor> lines(Result result) {
        Map<String, RankedCompetitor> lines = new HashMap<>();
        for (ResultLine line : result.getLines()) {
            lines.put(
                    line.getCompetitor(),
                    new RankedCompetitor(line.getRank(), line.getDecision(), line.getText(), line.getMedal()));
        }
        return lines;
    }

    @Override
    public void close() {
        topology.close();
    }
}
