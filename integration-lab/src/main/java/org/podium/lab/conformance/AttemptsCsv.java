package org.podium.lab.conformance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.catalogue.Catalogue;

/**
 * All six attempts of every lifter, a row each; a minus sign is a failed lift, 0 one that was not taken. What is
 * compared is the total, and the rank where a file of results beside this one has the category.
 */
final class AttemptsCsv {

    private static final CompetitionCode COMPETITION = CompetitionCode.parse("OG2024-LIFTS");
    private static final Pattern CATEGORY = Pattern.compile("(\\+?)(\\d{2,3}) ?kg (Men|Women)");
    private static final String NO_ORGANISATION = "MIX";

    private final Catalogue catalogue;
    private final Map<String, List<CsvRow>> categories = new LinkedHashMap<>();

    AttemptsCsv(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether a file with these columns is one of this shape. */
    static boolean hasShape(Set<String> columns) {
        return columns.containsAll(List.of("category", "lifter_name", "snatch_1", "cj_3", "total"));
    }

    void add(List<CsvRow> rows) {
        rows.forEach(row -> categories
                .computeIfAbsent(row.text("category"), category -> new ArrayList<>())
                .add(row));
    }

    /**
     * The categories as units.
     *
     * @param results units of files of results, which may have the ranks
     */
    List<PublishedUnit> units(List<PublishedUnit> results) {
        return categories.entrySet().stream()
                .map(category -> unit(category.getKey(), category.getValue(), results))
                .toList();
    }

    private PublishedUnit unit(String category, List<CsvRow> rows, List<PublishedUnit> results) {
        Rsc rsc = rsc(category, rows.getFirst());
        Map<String, Integer> ranks = results.stream()
                .filter(result -> result.key().rsc().equals(rsc))
                .findFirst()
                .map(result -> ranks(result, rows))
                .orElse(Map.of());
        Competitors competitors = new Competitors();
        for (CsvRow row : rows) {
            competitors.read(row.where(), () -> {
                String name = row.text("lifter_name");
                String competitor = id(name);
                String total = row.text("total");
                competitors.add(
                        new Given(entry(competitor, name), marks(competitor, row), null, ""),
                        new Expected(ranks.get(name), null, total.equals("0") ? "" : total));
            });
        }
        return new PublishedUnit(
                new UnitKey(COMPETITION, rsc),
                "Weightlifting, attempts",
                category,
                ranks.isEmpty() ? category + ", totals" : category + ", totals and ranks",
                start(rows.getFirst()),
                catalogue.ruleFor(rsc, MarkKind.LIFT),
                competitors.given(),
                competitors.expected(),
                competitors.problems());
    }

    private static Rsc rsc(String category, CsvRow row) {
        Matcher matcher = CATEGORY.matcher(category);
        if (!matcher.matches()) {
            throw new ConformanceException(
                    "%s: category '%s' has to be such as '89 kg Men' or '+81 kg Women'"
                            .formatted(row.where(), category),
                    null);
        }
        String over = matcher.group(1).isEmpty() ? "" : "O";
        String event = "WLF%s%s%sKG".formatted(matcher.group(3).charAt(0), over, matcher.group(2));
        return Rsc.parse(event + "-".repeat(22 - event.length()) + "FNL-000100--");
    }

    private static Entry entry(String competitor, String name) {
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName(name)
                .setOrganisation(NO_ORGANISATION)
                .setType(CompetitorType.PERSON)
                .build();
    }

    private static String id(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        return letters.substring(0, Math.min(34, letters.length()));
    }

    private static List<Mark> marks(String competitor, CsvRow row) {
        List<Mark> marks = new ArrayList<>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            addLift(marks, competitor, "SN", attempt, row.text("snatch_" + attempt));
            addLift(marks, competitor, "CJ", attempt, row.text("cj_" + attempt));
        }
        return marks;
    }

    private static void addLift(List<Mark> marks, String competitor, String point, int attempt, String text) {
        BigDecimal weight = new BigDecimal(text.isEmpty() ? "0" : text);
        if (weight.signum() != 0) {
            marks.add(GivenMarks.attempt(
                    competitor,
                    MarkKind.LIFT,
                    point,
                    attempt,
                    Quantity.parse(weight.abs().toPlainString()),
                    weight.signum() > 0 ? Outcome.VALID : Outcome.FAILED));
        }
    }

    /** Ranks by the name as it is here; empty when not everyone is found, since the ranks would then not be these. */
    private static Map<String, Integer> ranks(PublishedUnit results, List<CsvRow> rows) {
        Map<String, Integer> ranks = new HashMap<>();
        for (CsvRow row : rows) {
            String name = row.text("lifter_name");
            List<Given> found = results.given().stream()
                    .filter(given -> isSame(given.entry().getName(), name))
                    .toList();
            if (found.size() != 1) {
                return Map.of();
            }
            @Nullable Expected line = results.expected().get(found.getFirst().competitor());
            if (line != null && line.rank() != null) {
                ranks.put(name, line.rank());
            }
        }
        return ranks;
    }

    /** One file may spell out more names of a lifter than the other. */
    private static boolean isSame(String one, String other) {
        Set<String> names = words(one);
        Set<String> others = words(other);
        return names.containsAll(others) || others.containsAll(names);
    }

    private static Set<String> words(String name) {
        return new TreeSet<>(List.of(name.toUpperCase(Locale.ROOT).split("[ -]+")));
    }

    private static Instant start(CsvRow row) {
        try {
            return LocalDate.parse(row.text("date"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
