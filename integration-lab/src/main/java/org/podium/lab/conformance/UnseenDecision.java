package org.podium.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.podium.streams.catalogue.RuleChoice;

/** What can have decided a rank although no file of results shows it, in words. */
final class UnseenDecision {

    /** Disciplines whose bouts can end before their time, whatever the score is. */
    private static final Map<String, String> STOPPAGES = Map.of(
            "WRE", "a fall, an injury or a caution",
            "BOX", "a stoppage by the referee",
            "TKW", "a knock-out or a stoppage by the referee");

    private static final Map<String, String> COMPONENTS = Map.of(
            "X", "inner tens",
            "T10", "tens",
            "SO", "the shoot-off",
            "E", "execution",
            "D", "difficulty",
            "A", "artistry",
            "T", "time");

    private UnseenDecision() {}

    /** What decides between competitors whose marks are equal. */
    static String between(RuleChoice choice) {
        Map<String, String> parameters = choice.parameters();
        return switch (choice.name()) {
            case "race-by-time" -> {
                if (parameters.getOrDefault("order", "time").equals("place")) {
                    yield "the order of finish";
                }
                yield parameters.containsKey("deciding-decimals") || parameters.containsKey("shown-decimals")
                        ? "the photo finish"
                        : "thousandths or the photo finish";
            }
            case "best-attempt" -> "the second best attempt";
            case "vertical-jump" -> "failed attempts";
            case "weightlifting" -> "the attempts";
            case "judged-components" -> "execution and difficulty";
            case "judged-rounds" -> "the scores of single rounds";
            case "boulder-lead" -> "the round before";
            case "points-total" -> pointsTotal(parameters);
            case "head-to-head" -> "a shoot-out or the judges' decision";
            case "by-place" -> "the place";
            default -> "what the rule compares after the mark";
        };
    }

    private static String pointsTotal(Map<String, String> parameters) {
        List<String> words = new ArrayList<>();
        for (String component : parameters.getOrDefault("tie-break", "").split(",", -1)) {
            String word = COMPONENTS.get(component.strip().replace("-", ""));
            if (word != null) {
                words.add(word);
            }
        }
        if (parameters.containsKey("count-back")) {
            words.add("the last series");
        }
        return words.isEmpty() ? "a deciding race, bout or shoot-off" : String.join(" or ", words);
    }

    /**
     * What lets the one with the lower score win; empty where nothing does.
     *
     * @param discipline its code
     */
    static String againstScore(String discipline) {
        return STOPPAGES.getOrDefault(discipline, "");
    }
}
