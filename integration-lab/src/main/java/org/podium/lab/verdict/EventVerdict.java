package org.podium.lab.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.podium.lab.recording.OfficialEvent;
import org.podium.lab.recording.RecordedEvent;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;

/**
 * Whether recorded events came to what they really came to: the marks of those who went on, both in the event's
 * document and on the lines of its units, and the event's ranking.
 */
public final class EventVerdict {

    private EventVerdict() {}

    /**
     * What differs; empty when nothing does.
     *
     * @param document the event as the gateway serves it, without its units
     * @param marksOfUnits marks on the lines of units, by RSC and competitor
     */
    public static List<String> differences(
            RecordedEvent event, JsonNode document, Map<String, Map<String, String>> marksOfUnits) {
        List<String> differences = new ArrayList<>();
        for (Phase phase : event.definition().getPhases()) {
            Map<String, String> expected = expected(event.official(), phase.getCode());
            Map<String, String> found = new TreeMap<>();
            document.path("phases")
                    .valueStream()
                    .filter(json -> json.path("code").asText().equals(phase.getCode()))
                    .flatMap(json -> json.path("lines").valueStream())
                    .filter(line -> line.has("qualification"))
                    .forEach(line -> found.put(
                            line.path("competitor").asText(),
                            line.path("qualification").asText()));
            compare(phase.getCode() + " in the event", expected, found, differences);
            Map<String, String> onLines = new TreeMap<>();
            for (PhaseUnit unit : phase.getUnits()) {
                onLines.putAll(marksOfUnits.getOrDefault(unit.getUnit(), Map.of()));
            }
            compare(phase.getCode() + " on the lines of its units", expected, onLines, differences);
        }
        Map<String, String> ranks = new TreeMap<>();
        event.official()
                .ranking()
                .forEach(rank -> ranks.put(rank.competitor().value(), rank(rank.rank(), rank.rankEqual())));
        Map<String, String> found = new TreeMap<>();
        document.path("ranking")
                .valueStream()
                .filter(line -> line.has("rank"))
                .forEach(line -> found.put(
                        line.path("competitor").asText(),
                        rank(line.path("rank").asInt(), line.path("rankEqual").asBoolean())));
        if (!ranks.isEmpty()) {
            compare("the ranking", ranks, found, differences);
        }
        return differences;
    }

    private static Map<String, String> expected(OfficialEvent official, String phase) {
        Map<String, String> marks = new TreeMap<>();
        official.qualification()
                .getOrDefault(phase, Map.of())
                .forEach((competitor, mark) -> marks.put(competitor.value(), mark));
        return marks;
    }

    private static String rank(int rank, boolean equal) {
        return (equal ? "=" : "") + rank;
    }

    private static void compare(
            String where, Map<String, String> expected, Map<String, String> found, List<String> differences) {
        Map<String, String> wrong = new HashMap<>(found);
        expected.forEach((competitor, mark) -> {
            String other = wrong.remove(competitor);
            if (!mark.equals(other)) {
                differences.add("%s: %s has %s, and should have %s".formatted(where, competitor, other, mark));
            }
        });
        wrong.forEach((competitor, mark) ->
                differences.add("%s: %s has %s, and should have nothing".formatted(where, competitor, mark)));
    }
}
