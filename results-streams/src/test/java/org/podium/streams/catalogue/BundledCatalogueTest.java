package org.podium.streams.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.id.Rsc;
import org.podium.model.wire.MarkKind;

class BundledCatalogueTest {

    private static final int MEDAL_EVENTS = 329;
    private static final int SPORTS = 45;
    private static final Path SHARED = Path.of("..", "..", "shared", "data", "paris2024");

    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void hasAnEntryForEveryEventOfParis2024() {
        List<String> events = events();
        assertThat(events).hasSize(MEDAL_EVENTS).doesNotHaveDuplicates();
        assertThat(events.stream().map(event -> event.substring(0, 3)).distinct())
                .hasSize(SPORTS);
        assertThat(events)
                .filteredOn(event -> choice(event, "FNL", "000100").isDefault())
                .isEmpty();
    }

    /** How each of these is ranked is said in the sports' rulebooks or seen in their results. */
    @ParameterizedTest
    @CsvSource({
        "ATHM100M, FNL, 000100, race-by-time",
        "ATHX42KWALKT, FNL, 000100, race-by-time",
        "ATHMDECATH, HJ, A00100, vertical-jump",
        "ATHMDECATH, LJ, A00100, best-attempt",
        "ATHMDECATH, -, -, combined-events",
        "ATHWHEPTATH, 100H, 000100, race-by-time",
        "BMFMINDVFRST, QUAL, -, judged-components",
        "CTRMSPRINT, QUAL, 000100, race-by-time",
        "CTRMSPRINT, R64, 000100, by-place",
        "CTRWMADISON, FNL, 000100, points-total",
        "CLBMSPEED, QUAL, 0001SD, best-attempt",
        "CSLMKX1, HEAT, 000100, by-place",
        "EQUOJUMPINDV, FNL, 000100, points-total",
        "GARM1APVT, FNL, 000001, judged-components",
        "SALM49ER, PREL, 000100, points-total",
        "SALM49ER, -, -, low-point-series",
        "SHOXAPMT, FNL, 000200, points-total",
        "WREMGR60KG, R32, 000100, head-to-head"
    })
    void letsTheMostSpecificEntryDecide(String event, String phase, String unit, String rule) {
        assertThat(choice(event, phase, unit).name()).isEqualTo(rule);
    }

    @Test
    void looksAtTheKindOfResultWhereOneEventPublishesSeveral() {
        Rsc laserRun = rsc("MPNWINDIVID", "FNL", "0001LR");
        assertThat(catalogue.ruleFor(laserRun, MarkKind.POINTS).name()).isEqualTo("points-total");
        assertThat(catalogue.ruleFor(laserRun, MarkKind.TIME).name()).isEqualTo("race-by-time");
    }

    @Test
    void ranksAnUnknownEventByTheKindOfItsResultAndSaysSo() {
        Rsc chess = rsc("CHSMBLITZ", "FNL", "000100");
        assertThat(catalogue.ruleFor(chess, MarkKind.TIME).name()).isEqualTo("race-by-time");
        assertThat(catalogue.ruleFor(chess, MarkKind.SCORE).name()).isEqualTo("head-to-head");
        assertThat(catalogue.ruleFor(chess, MarkKind.TIME).isDefault()).isTrue();
        assertThat(catalogue.ruleFor(chess, null).isDefault()).isTrue();
        assertThat(choice("ATHM100M", "FNL", "000100").isDefault()).isFalse();
    }

    @Test
    void knowsTheUnitsOfRealResults() {
        Path results = SHARED.resolve("results");
        assumeTrue(Files.isDirectory(results), results + " is not there: real results are not checked");
        List<String> unknown = new ArrayList<>();
        for (String code : stageCodes(results)) {
            Rsc rsc = Rsc.parse(code.substring(code.length() - 34));
            if (catalogue.ruleFor(rsc, MarkKind.POINTS).isDefault()) {
                unknown.add(code);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void hasTheEventsOfTheRealProgramme() throws IOException {
        Path programme = SHARED.resolve("events.csv");
        assumeTrue(Files.exists(programme), programme + " is not there: the programme is not checked");
        Map<String, Integer> published = new TreeMap<>();
        Files.readAllLines(programme).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1)[3])
                .forEach(sport -> published.merge(sport, 1, Integer::sum));
        Map<String, Integer> typed = new TreeMap<>();
        events().forEach(event -> typed.merge(event.substring(0, 3), 1, Integer::sum));
        assertThat(typed).isEqualTo(published);
    }

    private RuleChoice choice(String event, String phase, String unit) {
        return catalogue.ruleFor(rsc(event, phase, unit), null);
    }

    private static Rsc rsc(String event, String phase, String unit) {
        return Rsc.parse(padded(event, 22) + padded(phase, 4) + padded(unit, 8));
    }

    private static String padded(String text, int length) {
        return text + "-".repeat(length - text.length());
    }

    private static List<String> events() {
        List<String> events = new ArrayList<>();
        for (String line : lines("/catalogue/paris2024-events.txt")) {
            String[] words = line.split(" ", -1);
            Arrays.stream(words).skip(2).forEach(event -> events.add(words[0] + words[1] + event));
        }
        return events;
    }

    private static List<String> lines(String resource) {
        try (var stream = BundledCatalogueTest.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> stageCodes(Path results) {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[1])
                        .forEach(codes::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(codes);
    }
}
