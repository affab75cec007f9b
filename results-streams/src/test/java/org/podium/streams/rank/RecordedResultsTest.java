package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.MarkKind;

/**
 * Recomputes official ranks of real competitions from their marks. The data is reference only and is not part of the
 * repository: it lies in a folder {@code shared/data} beside it, and where that is missing these tests are skipped.
 */
class RecordedResultsTest {

    private static final Path RESULTS = folder("paris2024/results");
    private static final Path ROME = folder("athletics-rome2024/results.json");
    private static final Path LIFTS = folder("weightlifting/paris2024.csv");

    private static Path folder(String name) {
        Path repository = Path.of("").toAbsolutePath().resolve("..").normalize();
        return repository.resolveSibling("shared").resolve("data").resolve(name);
    }

    private static void assumeThere(Path path) {
        assumeTrue(Files.exists(path), () -> "skipped: there is no recorded competition at " + path);
    }

    /**
     * Every unit of a sport whose published marks are of one kind. A sport's file shows less than its judges saw (times
     * without thousandths, totals without shoot-offs), so that ranks that differ between equal marks cannot be decided
     * here; everything else has to be exact.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Swimming|TIME|race-by-time|deciding-decimals=2 rounding=down",
                "Rowing|TIME|race-by-time|",
                "Canoe Sprint|TIME|race-by-time|",
                "Canoe Slalom|TIME|race-by-time|style=seconds",
                "Athletics|TIME|race-by-time|",
                "Athletics|DISTANCE|best-attempt|",
                "Triathlon|TIME|race-by-time|shown-decimals=0",
                "Marathon Swimming|TIME|race-by-time|shown-decimals=1",
                "Cycling Road|TIME|race-by-time|",
                "Cycling BMX Racing|TIME|race-by-time|shown-decimals=3",
                "Weightlifting|WEIGHT|weightlifting|",
                "Diving|POINTS|points-total|shown-decimals=2",
                "Skateboarding|POINTS|points-total|shown-decimals=2",
                "Cycling BMX Freestyle|POINTS|points-total|shown-decimals=2",
                "Surfing|POINTS|points-total|shown-decimals=2",
                "Archery|POINTS|points-total|",
                "Modern Pentathlon|POINTS|points-total|",
                "Sailing|POINTS|points-total|better=lower",
                "Golf|STROKES|points-total|kind=strokes",
            })
    void givesTheRanksOfParis(String sport, String resultType, String rule, String parameters) throws IOException {
        assumeThere(RESULTS);
        Rule parsed = Board.rule(rule, parameters == null ? new String[0] : parameters.split(" ", -1));
        MarkKind kind = resultType.equals("WEIGHT") ? MarkKind.LIFT : MarkKind.valueOf(resultType);
        Map<String, List<Map<String, String>>> units = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.read(RESULTS.resolve(sport + ".csv"))) {
            units.computeIfAbsent(row.getOrDefault("stage_code", ""), unit -> new ArrayList<>())
                    .add(row);
        }
        long exact = 0;
        for (Map.Entry<String, List<Map<String, String>>> unit : units.entrySet()) {
            OfficialUnit official = OfficialUnit.of(unit.getValue(), resultType, kind);
            if (official.ranked() > 0) {
                assertThat(official.wrongBy(parsed))
                        .as("wrong in " + unit.getKey())
                        .isEmpty();
                exact += official.exactBy(parsed);
            }
        }
        assertThat(exact).as("ranks of " + sport + " recomputed exactly").isPositive();
    }

    /**
     * Jumps and throws with every attempt: ranks of equal bests are decided by the next best, so every final is exact.
     */
    @Test
    void givesEveryRankOfTheFieldEventsOfRome() throws IOException {
        assumeThere(ROME);
        Rule rule = Board.rule("best-attempt");
        List<String> finals = new ArrayList<>();
        for (Map<?, ?> event : Json.objects(Json.object(Json.read(ROME)).get("events"))) {
            OfficialUnit unit = OfficialUnit.ofAttempts(Json.objects(event.get("results")));
            if (unit.ranked() > 0
                    && String.valueOf(event.get("eventName")).matches(".*(Jump|Put|Throw)")
                    && !String.valueOf(event.get("eventName")).equals("High Jump")) {
                String name = event.get("gender") + " " + event.get("eventName") + " " + event.get("date");
                assertThat(unit.exactBy(rule)).as(name).isEqualTo(unit.ranked());
                finals.add(name);
            }
        }
        assertThat(finals).isNotEmpty();
    }

    /**
     * Six attempts of every lifter from one source, the official rank from the other where the names are the same in
     * both.
     */
    @Test
    void givesEveryRankOfTheLiftersOfParisFromTheirAttempts() throws IOException {
        assumeThere(LIFTS);
        assumeThere(RESULTS);
        Map<String, String> ranks = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.read(RESULTS.resolve("Weightlifting.csv"))) {
            ranks.put(row.getOrDefault("participant_name", ""), row.getOrDefault("rank", ""));
        }
        Map<String, List<Map<String, String>>> categories = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.read(LIFTS)) {
            categories
                    .computeIfAbsent(row.getOrDefault("category", ""), category -> new ArrayList<>())
                    .add(row);
        }
        long recomputed = 0;
        for (Map.Entry<String, List<Map<String, String>>> category : categories.entrySet()) {
            OfficialUnit unit = OfficialUnit.ofLifts(category.getValue(), ranks);
            assertThat(unit.exactBy(Board.rule("weightlifting")))
                    .as(category.getKey())
                    .isEqualTo(unit.ranked());
            recomputed += unit.ranked();
        }
        assertThat(recomputed).isPositive();
    }
}
