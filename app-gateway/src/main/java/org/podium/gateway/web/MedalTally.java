package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An organisation's medals in a part of the competition. */
record MedalTally(String organisation, int gold, int silver, int bronze) {

    /** Gold, then silver, then bronze; equals by code. */
    private static final Comparator<MedalTally> MEDALS = Comparator.comparingInt(MedalTally::gold)
            .thenComparingInt(MedalTally::silver)
            .thenComparingInt(MedalTally::bronze)
            .reversed();

    private static final Comparator<MedalTally> NUMBER =
            Comparator.comparingInt(MedalTally::total).reversed();

    /**
     * What a standing's document says of the parts asked for.
     *
     * @param disciplines empty for all
     * @param genders empty for all
     */
    static MedalTally of(JsonNode standing, Set<String> disciplines, Set<String> genders) {
        int gold = 0;
        int silver = 0;
        int bronze = 0;
        for (JsonNode part : standing.path("parts")) {
            if (asked(disciplines, part.path("discipline")) && asked(genders, part.path("gender"))) {
                gold += part.path("gold").asInt();
                silver += part.path("silver").asInt();
                bronze += part.path("bronze").asInt();
            }
        }
        return new MedalTally(standing.path("organisation").asText(), gold, silver, bronze);
    }

    private static boolean asked(Set<String> values, JsonNode value) {
        return values.isEmpty() || values.contains(value.asText());
    }

    int total() {
        return gold + silver + bronze;
    }

    /** Writes a table of those with medals, in its order. */
    static void write(JsonGenerator json, List<MedalTally> all, boolean byTotal) throws IOException {
        List<MedalTally> table = all.stream()
                .filter(tally -> tally.total() > 0)
                .sorted(MEDALS.thenComparing(MedalTally::organisation))
                .toList();
        List<MedalTally> shown = byTotal
                ? table.stream()
                        .sorted(NUMBER.thenComparing(MedalTally::organisation))
                        .toList()
                : table;
        for (MedalTally tally : shown) {
            json.writeStartObject();
            json.writeStringField("organisation", tally.organisation());
            json.writeNumberField("gold", tally.gold());
            json.writeNumberField("silver", tally.silver());
            json.writeNumberField("bronze", tally.bronze());
            json.writeNumberField("total", tally.total());
            rank(json, "rank", tally, table, MEDALS);
            json.writeNumberField("sortOrder", table.indexOf(tally) + 1);
            rank(json, "rankByTotal", tally, table, NUMBER);
            json.writeEndObject();
        }
    }

    private static void rank(
            JsonGenerator json, String field, MedalTally tally, List<MedalTally> table, Comparator<MedalTally> order)
            throws IOException {
        json.writeNumberField(
                field,
                1
                        + table.stream()
                                .filter(other -> order.compare(other, tally) < 0)
                                .count());
        if (table.stream().filter(other -> order.compare(other, tally) == 0).count() > 1) {
            json.writeBooleanField(field + "Equal", true);
        }
    }
}
