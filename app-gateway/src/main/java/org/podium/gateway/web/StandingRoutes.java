package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Subject;
import org.podium.gateway.document.Json;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;

/** What follows for events from their units. */
final class StandingRoutes {

    private final Board board;
    private final UnitList units;
    private final KeptLists lists;

    StandingRoutes(Board board, KeptLists lists) {
        this.board = board;
        this.lists = lists;
        this.units = new UnitList(board);
    }

    void mount(Router router) {
        Routes.get(router, "/v1/competitions/:competition/events").handler(this::events);
        Routes.get(router, "/v1/competitions/:competition/events/:event").handler(this::event);
    }

    private void events(RoutingContext context) {
        Query query = Query.of(context, "discipline", "limit", "after");
        var disciplines = query.disciplines("discipline");
        Page.Wanted wanted = Page.Wanted.of(query, Page.MOST);
        CompetitionCode competition = UnitRoutes.competition(context);
        lists.answer(context, () -> {
            List<Revision> events = of(competition, Part.EVENT).stream()
                    .filter(event -> disciplines.isEmpty()
                            || disciplines.contains(event.facets().discipline()))
                    .toList();
            Page<Revision> page =
                    Page.of(events, wanted, event -> event.facets().event());
            return page.listed(document(competition, page));
        });
    }

    private void event(RoutingContext context) {
        Query.of(context);
        CompetitionCode competition = UnitRoutes.competition(context);
        EventKey key = Query.pathId(context, "event", event -> new EventKey(competition, event));
        lists.answer(context, () -> KeptLists.Listed.whole(event(competition, key)));
    }

    private byte[] event(CompetitionCode competition, EventKey key) {
        List<Revision> ofEvent = units.of(competition).stream()
                .filter(unit -> unit.facets().event().equals(key.event()))
                .toList();
        if (ofEvent.isEmpty()) {
            throw UnitRoutes.missing(
                    board,
                    "there is no event %s in %s; /v1/competitions/%s/events lists those that there are"
                            .formatted(key.event(), competition, competition));
        }
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            json.writeStringField("event", key.event());
            var medallists = board.newest(Subject.of(key));
            if (medallists.isPresent()) {
                json.writeFieldName("result");
                raw(json, medallists.get(), Detail.FULL);
            }
            UnitList.write(json, "units", ofEvent);
            json.writeEndObject();
        });
    }

    private List<Revision> of(CompetitionCode competition, Part part) {
        return StreamSupport.stream(board.newest(part).spliterator(), false)
                .filter(revision -> revision.facets().competition().equals(competition.value()))
                .toList();
    }

    private static byte[] document(CompetitionCode competition, Page<Revision> page) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            page.write(json);
            json.writeArrayFieldStart("events");
            for (Revision revision : page.rows()) {
                raw(json, revision, Detail.SUMMARY);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void raw(JsonGenerator json, Revision revision, Detail detail) throws IOException {
        json.writeRawValue(new String(revision.document(detail), StandardCharsets.UTF_8));
    }
}
