package org.podium.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.catalogue.RuleChoice;

/**
 * Athletics championships as one JSON document with every attempt of throws and horizontal jumps. The attempts of
 * vertical jumps are not read, since the document shows a height that was cleared at the third attempt like one cleared
 * at the first. The best performance of who has attempts is compared, not passed on.
 */
final class ChampionshipsJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern IRM = Pattern.compile("[\\d:.]*(DNF|DNS|DQ|DSQ|NM).*");
    private static final Pattern DISTANCE = Pattern.compile("\\d+(\\.\\d+)?");
    private static final int EVENT_LENGTH = 18;

    private final Catalogue catalogue;

    ChampionshipsJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The units of a document; none when it has another shape. */
    List<PublishedUnit> read(Path file) {
        JsonNode document;
        try {
            document = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!document.has("compID") || !document.path("events").isArray()) {
            return List.of();
        }
        String year = document.path("startDate").asText().replaceAll("-.*", "");
        CompetitionCode competition = CompetitionCode.parse("CH" + year);
        Set<Rsc> taken = new HashSet<>();
        List<PublishedUnit> units = new ArrayList<>();
        for (JsonNode event : document.path("events")) {
            Rsc rsc = rsc(event, taken);
            taken.add(rsc);
            units.add(unit(
                    new UnitKey(competition, rsc),
                    event,
                    document.path("compName").asText()));
        }
        return units;
    }

    private PublishedUnit unit(UnitKey key, JsonNode event, String competitionName) {
        AthleticsEvent athletics = AthleticsEvent.of(event.path("eventName").asText());
        RuleChoice choice = catalogue.ruleFor(key.rsc(), athletics.publishes());
        Competitors competitors = new Competitors();
        for (JsonNode row : event.path("results")) {
            competitors.read(
                    key.rsc() + ", " + row.path("toID").asText(), () -> add(competitors, row, athletics, choice));
        }
        String heat = event.path("heatName").asText("");
        String part = event.path("combinedEvent").asText("");
        return new PublishedUnit(
                key,
                competitionName,
                (event.path("gender").asText() + " " + part + " "
                                + event.path("eventName").asText())
                        .replace("  ", " "),
                (event.path("roundName").asText() + " " + (heat.equals("null") ? "" : heat)).strip(),
                start(event),
                choice,
                competitors.given(),
                competitors.expected(),
                competitors.problems());
    }

    private static void add(Competitors competitors, JsonNode row, AthleticsEvent athletics, RuleChoice choice) {
        String competitor = row.path("toID").asText();
        boolean attempts = choice.name().equals("best-attempt") && row.has("roundResults");
        String best = row.path("bestPerformance").asText();
        Matcher irm = IRM.matcher(best);
        Irm bears = irm.matches() ? GivenMarks.irm(irm.group(1)) : null;
        String mark = bears == null ? best : "";
        List<Mark> marks = attempts
                ? attempts(competitor, row.path("roundResults"))
                : GivenMarks.of(competitor, choice, athletics.publishes(), mark);
        competitors.add(
                new Given(entry(competitor, row), marks, bears, ""),
                new Expected(rank(row), null, attempts ? mark : null));
    }

    private static List<Mark> attempts(String competitor, JsonNode rounds) {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode round : rounds) {
            String text = round.path("performance").asText();
            int attempt = round.path("round").asInt();
            boolean valid = DISTANCE.matcher(text).matches();
            marks.add(GivenMarks.attempt(
                    competitor,
                    MarkKind.DISTANCE,
                    "",
                    attempt,
                    valid ? Quantity.parse(text) : null,
                    valid ? Outcome.VALID : outcome(text)));
        }
        return marks;
    }

    private static Outcome outcome(String text) {
        return switch (text) {
            case "X", "x" -> Outcome.FAILED;
            case "P", "-", "" -> Outcome.PASSED;
            case "R", "r" -> Outcome.RETIRED;
            default -> throw new IllegalArgumentException("'" + text + "' is no attempt");
        };
    }

    private static @Nullable Integer rank(JsonNode row) {
        String text = row.path("rank").asText("");
        return text.matches("\\d+") ? Integer.valueOf(text) : null;
    }

    private static Entry entry(String competitor, JsonNode row) {
        String athlete = row.path("athlete").asText("");
        boolean team = athlete.isEmpty() || row.has("relayTeam");
        return Entry.newBuilder()
                .setCompetitor(competitor)
                .setName(athlete.isEmpty() ? row.path("nation").asText() : athlete)
                .setOrganisation(row.path("nation").asText())
                .setType(team ? CompetitorType.TEAM : CompetitorType.PERSON)
                .build();
    }

    /** The code that the unit would have; the document has none. */
    private static Rsc rsc(JsonNode event, Set<Rsc> taken) {
        AthleticsEvent athletics = AthleticsEvent.of(event.path("eventName").asText());
        String combined = event.path("combinedEvent").asText("");
        boolean part = combined.equals("Decathlon") || combined.equals("Heptathlon");
        String gender = athletics.mixed() ? "X" : event.path("gender").asText();
        String code = part ? AthleticsEvent.of(combined).code() : athletics.code();
        String phase =
                part ? athletics.partCode() : phase(event.path("roundName").asText());
        String prefix = "ATH" + gender + code + "-".repeat(EVENT_LENGTH - code.length()) + phase;
        int heat = event.path("heatNumber").asInt(1);
        Rsc rsc = Rsc.parse("%s%04d00--".formatted(prefix, heat));
        for (int other = 1; taken.contains(rsc); other++) {
            rsc = Rsc.parse("%s%04d%02d--".formatted(prefix, heat, other));
        }
        return rsc;
    }

    private static String phase(String round) {
        return switch (round) {
            case "Final" -> "FNL-";
            case "Semifinals" -> "SFNL";
            case "Qualification" -> "QUAL";
            default -> "RND1";
        };
    }

    private static Instant start(JsonNode event) {
        try {
            return LocalDate.parse(event.path("date").asText())
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
