package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Subject;
import org.podium.gateway.document.Json;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.UnitKey;

/**
 * The medal table, whole or of a part, and who won medals when. Made of the newest documents, as they are asked for.
 */
final class MedalRoutes {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> GENDERS = List.of("M", "W", "X", "O");

    private final Board board;
    private final UnitList units;
    private final KeptLists lists;

    MedalRoutes(Board board, KeptLists lists) {
        this.board = board;
        this.lists = lists;
        this.units = new UnitList(board);
    }

    void mount(Router router) {
        Routes.get(router, "/v1/competitions/:competition/medals").handler(this::medals);
        Routes.get(router, "/v1/competitions/:competition/medallists").handler(this::medallists);
    }

    private void medals(RoutingContext context) {
        Query query = Query.of(context, "by", "discipline", "gender");
        boolean byTotal = query.word("by", "gold", "total").equals("total");
        Set<String> disciplines = query.disciplines("discipline");
        Set<String> genders = genders(query);
        CompetitionCode competition = UnitRoutes.competition(context);
        lists.answer(
                context, () -> KeptLists.Listed.whole(medals(competition, new Asked(disciplines, genders), byTotal)));
    }

    /** The part of the table that is asked for; empty sets ask for all of it. */
    private record Asked(Set<String> disciplines, Set<String> genders) {}

    private byte[] medals(CompetitionCode competition, Asked asked, boolean byTotal) {
        units.of(competition);
        List<JsonNode> standings = documents(competition, Part.MEDALS);
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            json.writeStringField("by", byTotal ? "total" : "gold");
            codes(json, "discipline", asked.disciplines());
            codes(json, "gender", asked.genders());
            json.writeArrayFieldStart("standings");
            if (asked.disciplines().isEmpty() && asked.genders().isEmpty()) {
                whole(json, standings, byTotal);
            } else {
                List<MedalTally> part = standings.stream()
                        .map(standing -> MedalTally.of(standing, asked.disciplines(), asked.genders()))
                        .toList();
                MedalTally.write(json, part, byTotal);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** As the topology ranked it. */
    private static void whole(JsonGenerator json, List<JsonNode> standings, boolean byTotal) throws IOException {
        List<JsonNode> won = standings.stream()
                .filter(standing -> standing.path("total").asInt() > 0)
                .sorted(byTotal ? BY_TOTAL : BY_GOLD)
                .toList();
        for (JsonNode standing : won) {
            json.writeRawValue(standing.toString());
        }
    }

    private static final Comparator<JsonNode> BY_GOLD =
            Comparator.comparingInt(standing -> standing.path("sortOrder").asInt());

    private static final Comparator<JsonNode> BY_TOTAL = Comparator.comparingInt(
                    (JsonNode standing) -> standing.path("rankByTotal").asInt())
            .thenComparing(standing -> standing.path("organisation").asText());

    /** A medallist with the event that it was won in. */
    private record Won(Instant at, JsonNode event, JsonNode medallist) {

        String name() {
            return event.path("event").asText() + "/"
                    + medallist.path("competitor").asText();
        }
    }

    private static final Comparator<Won> AS_WON = Comparator.comparing(Won::at)
            .thenComparing(won -> won.event().path("event").asText())
            .thenComparingInt(won -> List.of("ME_GOLD", "ME_SILVER", "ME_BRONZE")
                    .indexOf(won.medallist().path("medal").asText()))
            .thenComparing(Won::name);

    private void medallists(RoutingContext context) {
        Query query = Query.of(context, "day", "tz", "discipline", "gender", "organisation", "limit", "after");
        Page.Wanted wanted = Page.Wanted.of(query, Page.MOST);
        Optional<LocalDate> day = query.day("day");
        ZoneId zone = query.zone("tz");
        Set<String> disciplines = query.disciplines("discipline");
        Set<String> genders = genders(query);
        Set<String> organisations = query.organisations("organisation");
        CompetitionCode competition = UnitRoutes.competition(context);
        lists.answer(context, () -> {
            List<Won> won = won(competition, new Asked(disciplines, genders)).stream()
                    .filter(each -> day.isEmpty() || day.get().equals(LocalDate.ofInstant(each.at(), zone)))
                    .filter(each -> organisations.isEmpty()
                            || organisations.contains(
                                    each.medallist().path("organisation").asText()))
                    .toList();
            Page<Won> page = Page.of(won, wanted, Won::name);
            return page.listed(medallists(competition, page, day, zone));
        });
    }

    private List<Won> won(CompetitionCode competition, Asked asked) {
        units.of(competition);
        return documents(competition, Part.EVENT).stream()
                .filter(event -> isAsked(event, asked))
                .flatMap(event -> StreamSupport.stream(event.path("medallists").spliterator(), false)
                        .flatMap(each -> startOf(competition, each).stream().map(at -> new Won(at, event, each))))
                .sorted(AS_WON)
                .toList();
    }

    private static byte[] medallists(
            CompetitionCode competition, Page<Won> page, Optional<LocalDate> day, ZoneId zone) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            if (day.isPresent()) {
                json.writeStringField("day", day.get().toString());
            }
            json.writeStringField("tz", zone.getId());
            page.write(json);
            json.writeArrayFieldStart("medallists");
            for (Won each : page.rows()) {
                write(json, each, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** When the unit that gave the medal starts: as the medallist says, else as the unit does. */
    private Optional<Instant> startOf(CompetitionCode competition, JsonNode medallist) {
        return medallist.has("scheduledStart")
                ? Optional.of(Instant.parse(medallist.path("scheduledStart").asText()))
                : board.newest(Subject.of(UnitKey.of(
                                competition.value(), medallist.path("unit").asText())))
                        .map(unit -> unit.facets().scheduledStart());
    }

    private static void write(JsonGenerator json, Won won, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", LocalDate.ofInstant(won.at(), zone).toString());
        for (String field : List.of("event", "discipline", "disciplineName", "eventName")) {
            json.writeStringField(field, won.event().path(field).asText());
        }
        won.medallist().properties().forEach(field -> write(json, field.getKey(), field.getValue()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, JsonNode value) {
        try {
            json.writeFieldName(name);
            json.writeRawValue(value.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static boolean isAsked(JsonNode event, Asked asked) {
        String gender = event.path("event").asText().substring(3, 4);
        return (asked.disciplines().isEmpty()
                        || asked.disciplines().contains(event.path("discipline").asText()))
                && (asked.genders().isEmpty() || asked.genders().contains(gender));
    }

    private static Set<String> genders(Query query) {
        Set<String> genders = query.values("gender");
        for (String gender : genders) {
            if (!GENDERS.contains(gender)) {
                throw Problem.badRequest("'%s' is no gender of an event; use one of %s"
                        .formatted(Query.shown(gender), String.join(", ", GENDERS)));
            }
        }
        return genders;
    }

    private static void codes(JsonGenerator json, String field, Set<String> codes) throws IOException {
        if (!codes.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String code : codes) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
    }

    private List<JsonNode> documents(CompetitionCode competition, Part part) {
        return StreamSupport.stream(board.newest(part).spliterator(), false)
                .filter(revision -> revision.facets().competition().equals(competition.value()))
                .map(MedalRoutes::parsed)
                .toList();
    }

    private static JsonNode parsed(Revision revision) {
        try {
            return MAPPER.readTree(revision.document(Detail.FULL));
        } catch (IOException e) {
            throw new UncheckedIOException("A document of our own is not JSON", e);
        }
    }
}
