package org.podium.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.podium.gateway.document.Json;
import org.podium.gateway.document.StandingDocument;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalPart;
import org.podium.model.wire.MedalStanding;

class MedalTallyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<MedalStanding> standings = List.of(
            standing("XAA", new MedalPart("ATH", "M", 1, 0, 0), new MedalPart("ATH", "W", 0, 1, 0)),
            standing("XAB", new MedalPart("ATH", "W", 0, 1, 0), new MedalPart("SWM", "M", 5, 0, 0)),
            standing("XAC", new MedalPart("ATH", "W", 0, 0, 3)),
            standing("XAD", new MedalPart("SWM", "M", 0, 5, 0)));

    @Test
    void ranksADisciplineByGoldAndLeavesOthersOut() throws IOException {
        assertThat(table(Set.of("ATH"), Set.of(), false))
                .containsExactly("1 XAA 1-1-0 by total 2", "2 XAB 0-1-0 by total 3", "3 XAC 0-0-3 by total 1");
    }

    @Test
    void equalsShareARankInTheOrderOfTheirCodes() throws IOException {
        assertThat(table(Set.of("ATH"), Set.of("W"), false))
                .containsExactly("1= XAA 0-1-0 by total 2=", "1= XAB 0-1-0 by total 2=", "3 XAC 0-0-3 by total 1");
    }

    @Test
    void ranksByTheNumberOfMedals() throws IOException {
        assertThat(table(Set.of(), Set.of("W"), true))
                .containsExactly("3 XAC 0-0-3 by total 1", "1= XAA 0-1-0 by total 2=", "1= XAB 0-1-0 by total 2=");
    }

    private List<String> table(Set<String> disciplines, Set<String> genders, boolean byTotal) throws IOException {
        List<MedalTally> tallies = new ArrayList<>();
        for (MedalStanding standing : standings) {
            tallies.add(MedalTally.of(MAPPER.readTree(StandingDocument.of(standing)), disciplines, genders));
        }
        byte[] written = Json.bytes(json -> {
            json.writeStartArray();
            MedalTally.write(json, tallies, byTotal);
            json.writeEndArray();
        });
        List<String> lines = new ArrayList<>();
        for (JsonNode line : MAPPER.readTree(written)) {
            lines.add("%d%s %s %d-%d-%d by total %d%s"
                    .formatted(
                            line.path("rank").asInt(),
                            line.path("rankEqual").asBoolean() ? "=" : "",
                            line.path("organisation").asText(),
                            line.path("gold").asInt(),
                            line.path("silver").asInt(),
                            line.path("bronze").asInt(),
                            line.path("rankByTotal").asInt(),
                            line.path("rankByTotalEqual").asBoolean() ? "=" : ""));
        }
        return lines;
    }

    private static MedalStanding standing(String organisation, MedalPart... parts) {
        return MedalStanding.newBuilder()
                .setCompetition("OG2024")
                .setOrganisation(organisation)
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(1)
                .setGold(0)
                .setSilver(0)
                .setBronze(0)
                .setSortOrder(1)
                .setParts(List.of(parts))
                .setTakenAt(Instant.EPOCH)
                .build();
    }
}
