package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * A recorded unit: what its competitors did, and the ranks that were official.
 *
 * @param performances what a rule sees of each
 * @param ranks official ranks in the same order; 0 for none
 */
record OfficialUnit(List<Performance> performances, List<Integer> ranks) {

    /**
     * Rows of results with one mark each. A unit that ranks someone who bears an IRM is left empty: what gave that
     * rank, and so moved others, is not in these rows.
     */
    static OfficialUnit of(List<Map<String, String>> rows, String resultType, MarkKind kind) {
        OfficialUnit unit = new OfficialUnit(new ArrayList<>(), new ArrayList<>());
        for (Map<String, String> row : rows) {
            boolean ranked = !row.getOrDefault("rank", "").isEmpty();
            if (ranked && row.getOrDefault("result_type", "").equals(resultType)) {
                unit.add(row.getOrDefault("rank", ""), List.of(Board.score(kind, row.getOrDefault("result", ""))));
            } else if (ranked) {
                return new OfficialUnit(List.of(), List.of());
            }
        }
        return unit;
    }

    /** Rows of a field event with the attempts of each round. */
    static OfficialUnit ofAttempts(List<Map<?, ?>> rows) {
        OfficialUnit unit = new OfficialUnit(new ArrayList<>(), new ArrayList<>());
        for (Map<?, ?> row : rows) {
            List<Score> scores = new ArrayList<>();
            for (Map<?, ?> round : Json.objects(row.get("roundResults"))) {
                String mark = String.valueOf(round.get("performance"));
                if (mark.matches("\\d+\\.\\d+")) {
                    scores.add(Board.score(MarkKind.DISTANCE, "", scores.size() + 1, mark));
                }
            }
            String rank = Objects.toString(row.get("rank"), "");
            if (!scores.isEmpty() && !rank.isEmpty()) {
                unit.add(rank, scores);
            }
        }
        return unit;
    }

    /** Rows of lifters with six attempts each, a minus before a failed one and 0 for one not taken. */
    static OfficialUnit ofLifts(List<Map<String, String>> rows, Map<String, String> ranks) {
        OfficialUnit unit = new OfficialUnit(new ArrayList<>(), new ArrayList<>());
        for (Map<String, String> row : rows) {
            List<Score> scores = new ArrayList<>();
            for (int attempt = 1; attempt <= 3; attempt++) {
                addLift(scores, "SN", attempt, row.getOrDefault("snatch_" + attempt, "0"));
                addLift(scores, "CJ", attempt, row.getOrDefault("cj_" + attempt, "0"));
            }
            unit.add(ranks.getOrDefault(row.getOrDefault("lifter_name", ""), ""), scores);
        }
        return unit;
    }

    private static void addLift(List<Score> scores, String lift, int attempt, String weight) {
        long kilograms = Long.parseLong(weight);
        if (kilograms != 0) {
            Outcome outcome = kilograms < 0 ? Outcome.FAILED : Outcome.VALID;
            Quantity value = Quantity.ofWhole(Math.abs(kilograms));
            scores.add(new Score(MarkKind.LIFT, lift, attempt, outcome, value, Map.of()));
        }
    }

    private void add(String rank, List<Score> scores) {
        CompetitorId competitor = new CompetitorId("C" + performances.size());
        // Start order against the official one: nothing may come out right because it went in right.
        performances.add(new Performance(competitor, 1000 - performances.size(), null, scores, null, Map.of()));
        ranks.add(rank.isEmpty() ? 0 : (int) Double.parseDouble(rank));
    }

    /** How many competitors have an official rank. */
    long ranked() {
        return ranks.stream().filter(rank -> rank > 0).count();
    }

    /** How many of the official ranks the rule gives. */
    long exactBy(Rule rule) {
        return rule.rank(performances).stream()
                .filter(line -> official(line) > 0 && official(line) == rank(line))
                .count();
    }

    /**
     * Lines that contradict the official ranks: those outside of the places that competitors with equal marks share.
     */
    List<String> wrongBy(Rule rule) {
        List<RankedLine> lines = rule.rank(performances);
        return lines.stream()
                .filter(line -> official(line) > 0)
                .filter(line -> {
                    int first = rank(line);
                    long sharing = lines.stream()
                            .filter(other -> rank(other) == rank(line))
                            .count();
                    return official(line) < first || official(line) >= first + sharing;
                })
                .map(line -> Board.line(line) + ", but officially " + official(line))
                .toList();
    }

    private int official(RankedLine line) {
        return ranks.get(Integer.parseInt(line.competitor().value().substring(1)));
    }

    /** The rank that the rule gave, counted from the best official one: a match for third place starts at 3. */
    private int rank(RankedLine line) {
        int best = ranks.stream()
                .filter(rank -> rank > 0)
                .min(Comparator.naturalOrder())
                .orElse(1);
        return line.rank() == null ? 0 : line.rank() + best - 1;
    }
}
