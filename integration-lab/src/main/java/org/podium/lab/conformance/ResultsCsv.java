package org.podium.lab.conformance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.catalogue.RuleChoice;

/**
 * Results of one sport as a row for each competitor of each unit: {@code stage_code} is the RSC, the columns after it
 * vary by sport. What is read: {@code result}, {@code result_type}, {@code result_IRM}, {@code result_diff},
 * {@code start_order}, {@code bib}, names; what is compared: {@code rank}, {@code result_WLT}.
 */
final class ResultsCsv {

    /** The year of a row whose date has none. */
    private static final String USUAL_YEAR = "2024";

    private static final Pattern YEAR = Pattern.compile("(\\d{4})-.*");

    /** Organisation of competitors whose code is no code, such as a team of several. */
    private static final String NO_ORGANISATION = "MIX";

    private static final Instant UNDATED = Instant.parse("2024-07-24T00:00:00Z");
    private static final String PREFIX = "^[A-Z0-9]{3}_";
    private static final int RSC = 34;

    private final Catalogue catalogue;

    ResultsCsv(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether a file with these columns is one of this shape. */
    static boolean hasShape(Set<String> columns) {
        return columns.containsAll(List.of("stage_code", "participant_code", "result"));
    }

    List<PublishedUnit> read(List<CsvRow> rows) {
        Map<UnitKey, List<CsvRow>> units = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.text("participant_code").isEmpty())
                .forEach(
                        row -> units.computeIfAbsent(new UnitKey(competition(row), rsc(row)), code -> new ArrayList<>())
                                .add(row));
        return units.entrySet().stream()
                .map(unit -> unit(unit.getKey(), unit.getValue()))
                .toList();
    }

    private PublishedUnit unit(UnitKey key, List<CsvRow> rows) {
        CsvRow first = rows.getFirst();
        MarkKind published = rows.stream()
                .map(row -> GivenMarks.kindOf(row.text("result_type")))
                .filter(kind -> kind != null)
                .findFirst()
                .orElse(null);
        RuleChoice choice = RankedIrms.in(rows, catalogue.ruleFor(key.rsc(), published));
        PublishedTimes times = PublishedTimes.of(rows);
        Competitors competitors = new Competitors();
        for (CsvRow row : rows) {
            String result = published == MarkKind.TIME ? times.of(row) : row.text("result");
            competitors.read(row.where(), () -> competitors.add(given(row, choice, published, result), expected(row)));
        }
        return new PublishedUnit(
                key,
                first.text("discipline_name"),
                first.text("event_name"),
                first.text("event_stage"),
                start(first),
                choice,
                competitors.given(),
                competitors.expected(),
                competitors.problems());
    }

    /** Totals of combined events have a prefix before the RSC; a short code lacks padding. */
    private static Rsc rsc(CsvRow row) {
        String text = row.text("stage_code").replaceFirst(PREFIX, "");
        try {
            return Rsc.parse(text + "-".repeat(Math.max(0, RSC - text.length())));
        } catch (InvalidIdException e) {
            throw new ConformanceException(row.where() + ": " + e.getMessage(), e);
        }
    }

    /** The games of a year: files of several may lie in one directory. */
    private static CompetitionCode competition(CsvRow row) {
        Matcher year = YEAR.matcher(row.text("date"));
        return CompetitionCode.parse("OG" + (year.matches() ? year.group(1) : USUAL_YEAR));
    }

    private static Given given(CsvRow row, RuleChoice choice, @Nullable MarkKind published, String text) {
        String competitor = CompetitorId.parse(
                        row.text("participant_code").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_-]", "-"))
                .value();
        String gap = row.text("result_diff");
        String irm = row.text("result_IRM");
        boolean isIrm = irm.isEmpty() && GivenMarks.isIrm(text);
        String result = isIrm ? "" : text;
        if (isIrm) {
            irm = text;
        }
        if (result.isEmpty() && GivenMarks.isLapsBehind(gap)) {
            result = gap;
        }
        boolean walkover = choice.name().equals("head-to-head") && GivenMarks.isWalkover(irm);
        List<Mark> marks = walkover
                ? List.of(GivenMarks.mark(competitor, MarkKind.SCORE, null, Outcome.WON))
                : GivenMarks.of(competitor, choice, published, result);
        Irm bears = irm.isEmpty() || walkover ? null : GivenMarks.irm(irm);
        if (bears == null && GivenMarks.isLapped(marks)) {
            bears = Irm.LAP;
        }
        return new Given(entry(row, competitor), marks, bears, GivenMarks.gap(gap));
    }

    private static Entry entry(CsvRow row, String competitor) {
        String bib = row.text("bib").replaceAll("\\.0$", "");
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName(row.text("participant_name"))
                .setOrganisation(organisation(row.text("participant_country_code")))
                .setType(row.text("participant_type").equals("Team") ? CompetitorType.TEAM : CompetitorType.PERSON)
                .setStartOrder(startOrder(row))
                .setBib(bib.isEmpty() ? null : bib)
                .build();
    }

    /** Lane, draw or order; one that is no number, such as the lane 4L, orders nothing. */
    private static @Nullable Integer startOrder(CsvRow row) {
        return row.text("start_order").matches("[0-9.]+") ? row.whole("start_order", order -> order > 0) : null;
    }

    private static String organisation(String code) {
        try {
            return OrganisationCode.parse(code).value();
        } catch (InvalidIdException e) {
            return NO_ORGANISATION;
        }
    }

    private static Expected expected(CsvRow row) {
        Outcome decision = switch (row.text("result_WLT")) {
            case "W" -> Outcome.WON;
            case "L" -> Outcome.LOST;
            case "T" -> Outcome.TIED;
            default -> null;
        };
        Predicate<Integer> any = rank -> true;
        return new Expected(row.whole("rank", any), decision, null);
    }

    private static Instant start(CsvRow row) {
        try {
            return OffsetDateTime.parse(row.text("date")).toInstant();
        } catch (DateTimeException e) {
            return UNDATED;
        }
    }
}
