package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * Types a unit as a table does: a rule, a row for each competitor, and the lines that come out, one text each, such as
 * {@code "2= PEATY 59.05 SHARED"}. Rows are handed to the rule in the reverse of the order typed, so that nothing comes
 * out right because it went in right.
 */
final class Board {

    private final Rule rule;
    private final List<Performance> performances = new ArrayList<>();

    private Board(Rule rule) {
        this.rule = rule;
    }

    /** A rule with parameters such as {@code "order=place"}. */
    static Rule rule(String name, String... parameters) {
        return switch (Rules.parse(name, parameters(parameters))) {
            case RuleParse.Parsed parsed -> parsed.rule();
            case RuleParse.Invalid invalid -> throw new IllegalArgumentException(invalid.toString());
        };
    }

    static Map<String, String> parameters(String... parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            map.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return map;
    }

    static Board of(String name, String... parameters) {
        return new Board(rule(name, parameters));
    }

    Board row(String competitor, Score... scores) {
        return add(competitor, null, null, scores);
    }

    Board irm(String competitor, Irm irm, Score... scores) {
        return add(competitor, irm, null, scores);
    }

    Board lot(String competitor, int lot, Score... scores) {
        return add(competitor, null, lot, scores);
    }

    private Board add(String competitor, @Nullable Irm irm, @Nullable Integer lot, Score... scores) {
        return add(new Performance(
                new CompetitorId(competitor), performances.size() + 1, lot, List.of(scores), irm, Map.of()));
    }

    Board add(Performance performance) {
        performances.add(performance);
        return this;
    }

    List<RankedLine> ranked() {
        List<Performance> reversed = new ArrayList<>(performances);
        Collections.reverse(reversed);
        return rule.rank(reversed);
    }

    /**
     * Rank (= when shared, - when none), competitor, mark or IRM, difference, decision and what decided, as far as
     * there are any.
     */
    List<String> lines() {
        return ranked().stream().map(Board::line).toList();
    }

    static String line(RankedLine line) {
        String rank = line.rank() == null ? "-" : line.rank() + (line.rankEqual() ? "=" : "");
        List<@Nullable Object> parts = Arrays.asList(
                rank,
                line.competitor(),
                line.text().isEmpty() ? null : line.text(),
                line.irm(),
                line.diff(),
                line.decision(),
                line.decidedBy());
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part != null) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return text.toString();
    }

    static Score score(MarkKind kind, String point, int attempt, String value, String... components) {
        return new Score(
                kind,
                point,
                attempt,
                Outcome.VALID,
                value.isEmpty() ? null : Quantity.parse(value),
                components(components));
    }

    static Score score(MarkKind kind, String value) {
        return score(kind, "", 0, value);
    }

    static Score time(String value) {
        return score(MarkKind.TIME, value);
    }

    static Score place(int place) {
        return score(MarkKind.PLACE, Integer.toString(place));
    }

    private static Map<String, Quantity> components(String... components) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        parameters(components).forEach((name, value) -> quantities.put(name, Quantity.parse(value)));
        return quantities;
    }

    /** Attempts as a protocol shows them: {@code "8.42 X 8.49 -"}; a minus before a number is a failed lift. */
    static Score[] attempts(MarkKind kind, String point, String protocol) {
        List<Score> scores = new ArrayList<>();
        int attempt = 0;
        for (String text : protocol.split(" ", -1)) {
            attempt++;
            boolean number = text.matches("-?\\d+(\\.\\d+)?");
            boolean failed = text.equals("X") || (number && text.startsWith("-"));
            Outcome outcome = failed ? Outcome.FAILED : number ? Outcome.VALID : Outcome.PASSED;
            Quantity value = number ? Quantity.parse(text.replace("-", "")) : null;
            scores.add(new Score(kind, point, attempt, outcome, value, Map.of()));
        }
        return scores.toArray(Score[]::new);
    }

    /** Bars as a protocol shows them: {@code "2.20 o, 2.25 xo, 2.29 xxx, JO1 x"}. */
    static Score[] bars(String protocol) {
        List<Score> scores = new ArrayList<>();
        for (String bar : protocol.split(", ", -1)) {
            String[] words = bar.split(" ", -1);
            for (int i = 0; i < words[1].length(); i++) {
                Outcome outcome = switch (words[1].charAt(i)) {
                    case 'o' -> Outcome.VALID;
                    case 'x' -> Outcome.FAILED;
                    case 'r' -> Outcome.RETIRED;
                    default -> Outcome.PASSED;
                };
                scores.add(new Score(MarkKind.HEIGHT, words[0], i + 1, outcome, null, Map.of()));
            }
        }
        return scores.toArray(Score[]::new);
    }

    static Score[] all(Score[]... groups) {
        return Arrays.stream(groups).flatMap(Arrays::stream).toArray(Score[]::new);
    }
}
