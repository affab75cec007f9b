package org.podium.lab.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.podium.streams.catalogue.Catalogue;

/** Reads, ranks and compares. */
final class Conformance {

    private final Catalogue catalogue;

    Conformance(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * All units of the files in a directory and below it that are results of a known shape.
     *
     * @throws ConformanceException when there is none, or one cannot be read
     */
    List<PublishedUnit> read(Path directory) {
        List<PublishedUnit> units = new ArrayList<>();
        AttemptsCsv attempts = new AttemptsCsv(catalogue);
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv")) {
                List<CsvRow> rows = CsvRow.read(file);
                if (rows.isEmpty()) {
                    continue;
                }
                if (ResultsCsv.hasShape(rows.getFirst().cells().keySet())) {
                    units.addAll(new ResultsCsv(catalogue).read(rows));
                } else if (AttemptsCsv.hasShape(rows.getFirst().cells().keySet())) {
                    attempts.add(rows);
                }
            } else if (name.endsWith(".json")) {
                units.addAll(new ChampionshipsJson(catalogue).read(file));
            }
        }
        units.addAll(attempts.units(units));
        if (units.isEmpty()) {
            throw new ConformanceException(
                    "There are no results of a known shape in " + directory
                            + "; docs/catalogue.md describes the shapes",
                    null);
        }
        return units;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How what came out of each unit compares, in the order of the units. */
    static Map<PublishedUnit, Judgement> compare(List<PublishedUnit> units, Ranked ranked) {
        Map<PublishedUnit, Judgement> judgements = new LinkedHashMap<>();
        for (PublishedUnit unit : units) {
            judgements.put(
                    unit,
                    Comparison.of(
                            unit,
                            ranked.units().getOrDefault(unit.key(), Map.of()),
                            ranked.rejects().getOrDefault(unit.key(), List.of())));
        }
        return judgements;
    }
}
