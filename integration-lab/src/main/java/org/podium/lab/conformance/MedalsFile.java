package org.podium.lab.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;

/**
 * Medals as a row each: {@code medal_code} 1 to 3, {@code discipline}, {@code event}, {@code code} of the competitor,
 * {@code country_code}, and an address whose last part is phase and unit of the RSC in small letters.
 *
 * @param medals every medal
 */
record MedalsFile(List<Row> medals) {

    /**
     * One medal.
     *
     * @param discipline name of the discipline
     * @param event name of the event
     * @param unit phase and unit of the RSC, 12 characters
     * @param medal 1 gold, 2 silver, 3 bronze
     * @param competitor competitor id
     * @param organisation organisation code
     */
    record Row(String discipline, String event, String unit, int medal, String competitor, String organisation) {

        boolean isOf(PublishedUnit published) {
            return published.discipline().equals(discipline)
                    && published.event().equals(event)
                    && published.key().rsc().value().endsWith(unit);
        }
    }

    private static final List<String> COLUMNS =
            List.of("medal_code", "discipline", "event", "url_event", "code", "country_code");

    /** @throws ConformanceException when the file has another shape */
    static MedalsFile read(Path file) {
        List<CsvRow> rows = CsvRow.read(file);
        Set<String> columns =
                rows.isEmpty() ? Set.of() : rows.getFirst().cells().keySet();
        if (!columns.containsAll(COLUMNS)) {
            throw new ConformanceException(file + " is no file of medals: it needs the columns " + COLUMNS, null);
        }
        List<Row> medals = new ArrayList<>();
        for (CsvRow row : rows) {
            String address = row.text("url_event");
            Integer medal = row.whole("medal_code", code -> code >= 1 && code <= 3);
            if (medal == null) {
                throw new ConformanceException(row.where() + ": medal_code has to be 1, 2 or 3", null);
            }
            medals.add(new Row(
                    row.text("discipline"),
                    row.text("event"),
                    address.substring(address.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT),
                    medal,
                    competitor(row),
                    row.text("country_code")));
        }
        return new MedalsFile(List.copyOf(medals));
    }

    private static String competitor(CsvRow row) {
        try {
            return CompetitorId.parse(row.text("code")).value();
        } catch (InvalidIdException e) {
            throw new ConformanceException(row.where() + ": " + e.getMessage(), e);
        }
    }

    boolean names(PublishedUnit unit) {
        return medals.stream().anyMatch(row -> row.isOf(unit));
    }

    /**
     * Which medals the ranks of a unit give: known from what it is, not from who won. A match for bronze gives one, a
     * boxer who loses a semifinal has bronze, any other final gives all three.
     */
    static List<Integer> medalsOf(PublishedUnit unit) {
        String phaseAndUnit = unit.key().rsc().value().substring(22);
        boolean match = unit.given().size() == 2;
        if (phaseAndUnit.startsWith("REP")) {
            return List.of(3);
        }
        if (phaseAndUnit.startsWith("SFNL")) {
            return List.of(0, 3);
        }
        if (!match) {
            return List.of(1, 2, 3);
        }
        return phaseAndUnit.startsWith("FNL-0002") ? List.of(3) : List.of(1, 2);
    }

    /** The rows of the medals that some unit gives. */
    List<Row> of(PublishedUnit unit) {
        return medals.stream().filter(row -> row.isOf(unit)).toList();
    }

    /** A unit for the row, when there is one. */
    static Optional<PublishedUnit> unitOf(Row row, List<PublishedUnit> units) {
        return units.stream().filter(row::isOf).findFirst();
    }

    /** The number of gold, silver and bronze medals by organisation. */
    static Map<String, List<Integer>> table(List<Row> rows) {
        Map<String, int[]> counts = new TreeMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row.organisation(), organisation -> new int[3])[row.medal() - 1]++);
        Map<String, List<Integer>> table = new TreeMap<>();
        counts.forEach((organisation, count) -> table.put(organisation, List.of(count[0], count[1], count[2])));
        return table;
    }
}
