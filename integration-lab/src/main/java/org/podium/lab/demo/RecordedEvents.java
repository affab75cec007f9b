package org.podium.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.podium.lab.reader.EventReader;
import org.podium.lab.recording.RecordedEvent;
import org.podium.lab.verdict.EventVerdict;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.PhaseUnit;

/**
 * The recorded events of a replay: their definitions, and what a client of the gateway finds of them.
 *
 * @param competition from a recorded competition's code to the one that it is replayed under
 */
record RecordedEvents(List<RecordedEvent> events, UnaryOperator<String> competition) {

    List<EventDefinition> definitions() {
        return events.stream()
                .map(event -> EventDefinition.newBuilder(event.definition())
                        .setCompetition(competition.apply(event.definition().getCompetition()))
                        .build())
                .toList();
    }

    /** What differs from what was recorded, one sentence an event; empty when nothing does. */
    List<String> objections(URI gateway) throws InterruptedException {
        List<String> objections = new ArrayList<>();
        try (EventReader reader = new EventReader(gateway)) {
            for (RecordedEvent event : events) {
                List<String> differences = differences(event, reader);
                if (!differences.isEmpty()) {
                    objections.add(event.official().title() + ": " + String.join("; ", differences));
                }
            }
        }
        return objections;
    }

    private List<String> differences(RecordedEvent event, EventReader reader) throws InterruptedException {
        CompetitionCode code =
                CompetitionCode.parse(competition.apply(event.definition().getCompetition()));
        try {
            JsonNode document =
                    reader.event(new EventKey(code, event.definition().getEvent()));
            Map<String, Map<String, String>> marks = new HashMap<>();
            for (var phase : event.definition().getPhases()) {
                for (PhaseUnit unit : phase.getUnits()) {
                    marks.put(unit.getUnit(), reader.marks(UnitKey.of(code.value(), unit.getUnit())));
                }
            }
            return EventVerdict.differences(event, document, marks);
        } catch (IOException e) {
            return List.of("the gateway did not answer: " + e.getMessage());
        }
    }
}
