package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which rounds make a competitor's total: all, or the best so many of each part.
 *
 * @param parts the parts, in the order in which they break ties
 */
record CountedRounds(List<Part> parts) {

    private static final Pattern COUNT = Pattern.compile("all|(best|[A-Z][A-Z0-9]{0,15}):[1-9]\\d?");
    private static final String UNNAMED = "best";

    /**
     * Rounds that are compared with each other.
     *
     * @param point where the venue gives them; empty for the only part of a unit
     * @param best how many count, the best ones
     */
    record Part(String point, int best) {

        boolean holds(Score score) {
            return score.point().equals(point);
        }
    }

    static CountedRounds read(Parameters parameters) {
        List<Part> parts = new ArrayList<>();
        for (String text : parameters.list("count", List.of("all"), COUNT, "all, best:2, or parts such as RUN:1")) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                parts.add(new Part("", Integer.MAX_VALUE));
            } else {
                String name = text.substring(0, colon);
                parts.add(new Part(name.equals(UNNAMED) ? "" : name, Integer.parseInt(text.substring(colon + 1))));
            }
        }
        if (parts.size() > 1 && parts.stream().anyMatch(part -> part.point().isEmpty())) {
            parameters.problem("parameter 'count' names all or best beside parts; it has to be one or the other");
        }
        if (parts.stream().map(Part::point).distinct().count() < parts.size()) {
            parameters.problem("parameter 'count' names a part twice");
        }
        return new CountedRounds(List.copyOf(parts));
    }

    boolean holds(Score score) {
        return parts.stream().anyMatch(part -> part.holds(score));
    }

    /** Where rounds are expected, for people. */
    String where() {
        List<String> points = parts.stream().map(Part::point).toList();
        return points.equals(List.of("")) ? " without a point" : " at " + String.join(" or ", points);
    }
}
