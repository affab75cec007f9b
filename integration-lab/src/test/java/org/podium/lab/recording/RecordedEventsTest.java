package org.podium.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.lab.verdict.EventVerdict;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.streams.topology.TopologyInMemory;
import org.podium.streams.topology.TopologySettings;

/** The topology makes of each recorded event's units the qualification and the ranking that there really were. */
class RecordedEventsTest {

    static List<RecordedEvent> all() {
        return Recordings.loadEvents();
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesToTheRecordedQualificationAndRanking(RecordedEvent event) {
        assertThat(play(event, true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesToTheSameWhenTheEventIsDefinedLast(RecordedEvent event) {
        assertThat(play(event, false)).isEmpty();
    }

    private List<String> play(RecordedEvent event, boolean definedFirst) {
        List<String> units = event.definition().getPhases().stream()
                .flatMap(phase -> phase.getUnits().stream())
                .map(unit -> unit.getUnit())
                .toList();
        List<Recording> recordings = Recordings.load().stream()
                .filter(recording -> units.contains(recording.definition().getUnit()))
                .toList();
        TopicCatalogue topics = new TopicCatalogue(recordings.stream()
                .map(recording -> VenueCode.parse(recording.definition().getVenue()))
                .toList());
        try (TopologyInMemory topology = new TopologyInMemory(TopologySettings.usual(topics, 1, FeedFlag.PRODUCTION))) {
            if (definedFirst) {
                topology.define(event.definition(), Instant.EPOCH);
            }
            recordings.forEach(recording -> topology.define(recording.definition(), Instant.EPOCH));
            recordings.forEach(recording -> recording.events().forEach(said -> topology.take(said, Instant.EPOCH)));
            if (!definedFirst) {
                topology.define(event.definition(), Instant.EPOCH);
            }
            List<EventResult> events = topology.written(TopicCatalogue.RESULTS_EVENTS.name(), EventResult.class);
            List<Result> results = topology.written(TopicCatalogue.RESULTS_FEED.name(), Result.class);
            return EventVerdict.differences(event, document(events.getLast()), marks(results));
        }
    }

    private static Map<String, Map<String, String>> marks(List<Result> results) {
        Map<String, Map<String, String>> marks = new HashMap<>();
        for (Result result : results) {
            Map<String, String> ofUnit = new TreeMap<>();
            for (ResultLine line : result.getLines()) {
                if (line.getQualification() != null) {
                    ofUnit.put(line.getCompetitor(), line.getQualification());
                }
            }
            marks.put(result.getUnit(), ofUnit);
        }
        return marks;
    }

    /** The newest version, as far as the verdict looks at it. */
    private static ObjectNode document(EventResult newest) {
        ObjectNode json = new JsonMapper().createObjectNode();
        ArrayNode phases = json.putArray("phases");
        for (PhaseResult phase : newest.getPhases()) {
            ArrayNode lines = phases.addObject().put("code", phase.getCode()).putArray("lines");
            for (PhaseLine line : phase.getLines()) {
                ObjectNode one = lines.addObject().put("competitor", line.getCompetitor());
                if (line.getQualification() != null) {
                    one.put("qualification", line.getQualification());
                }
            }
        }
        ArrayNode ranking = json.putArray("ranking");
        for (EventLine line : newest.getRanking()) {
            ObjectNode one =
                    ranking.addObject().put("competitor", line.getCompetitor()).put("rankEqual", line.getRankEqual());
            if (line.getRank() != null) {
                one.put("rank", line.getRank());
            }
        }
        return json;
    }
}
