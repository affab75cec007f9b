package org.podium.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Facets;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Subject;
import org.podium.gateway.document.Json;
import org.podium.gateway.document.Stage;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.ResultStatus;

/** Units: a list with filters and pages, and one of them with everything. */
final class UnitRoutes {

    private static final int MAX_PAGE = 500;
    private static final int PAGE = 100;
    private static final Duration LOADING = Duration.ofSeconds(2);

    private static final List<String> STATUSES = Stream.concat(
                    Arrays.stream(Stage.values()).map(Stage::word),
                    Arrays.stream(ResultStatus.values())
                            .filter(status -> status != ResultStatus.UNKNOWN)
                            .map(ResultStatus::name))
            .toList();

    private final Board board;
    private final UnitList list;
    private final KeptLists lists;

    UnitRoutes(Board board, KeptLists lists) {
        this.board = board;
        this.lists = lists;
        this.list = new UnitList(board);
    }

    void mount(Router router) {
        Routes.get(router, "/v1/competitions/:competition/units").handler(this::units);
        Routes.get(router, "/v1/competitions/:competition/units/:unit").handler(this::unit);
    }

    private void units(RoutingContext context) {
        Query query = Query.of(context, "event", "discipline", "status", "day", "tz", "limit", "after");
        CompetitionCode competition = competition(context);
        Filter filter = Filter.of(query);
        int limit = query.number("limit", 1, MAX_PAGE, PAGE);
        lists.answer(context, () -> page(context, competition, query, filter, limit));
    }

    private KeptLists.Listed page(
            RoutingContext context, CompetitionCode competition, Query query, Filter filter, int limit) {
        List<Revision> matching =
                list.of(competition).stream().filter(filter::matches).toList();
        int from =
                query.single("after").map(after -> indexAfter(matching, after)).orElse(0);
        List<Revision> page = matching.subList(from, Math.min(matching.size(), from + limit));
        Optional<String> next = from + page.size() < matching.size()
                ? Optional.of(page.getLast().facets().unit())
                : Optional.empty();
        return new KeptLists.Listed(
                Representation.of(document(competition, matching.size(), page, next)),
                next.map(after -> "<" + link(context, after) + ">; rel=\"next\""));
    }

    private static byte[] document(CompetitionCode competition, int total, List<Revision> page, Optional<String> next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            json.writeNumberField("total", total);
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            }
            UnitList.write(json, "units", page);
            json.writeEndObject();
        });
    }

    private static int indexAfter(List<Revision> units, String after) {
        String rsc = Query.id(after, Rsc::parse).value();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).facets().unit().equals(rsc)) {
                return i + 1;
            }
        }
        throw Problem.badRequest(
                "after=%s is no unit of this list; take it from 'next' of the page before, with the same filters"
                        .formatted(rsc));
    }

    private static String link(RoutingContext context, String after) {
        List<String> parameters = new ArrayList<>();
        context.queryParams().forEach(parameter -> {
            if (!parameter.getKey().equals("after")) {
                parameters.add(parameter.getKey() + "="
                        + java.net.URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            }
        });
        parameters.add("after=" + after);
        return context.request().path() + "?" + String.join("&", parameters);
    }

    private void unit(RoutingContext context) {
        Query.of(context);
        UnitKey key = new UnitKey(competition(context), Query.pathId(context, "unit", Rsc::parse));
        Revision unit = board.newest(Subject.of(key))
                .orElseThrow(() -> missing(
                        board,
                        "there is no unit %s in %s; /v1/competitions/%s/units lists those that there are"
                                .formatted(key.rsc(), key.competition(), key.competition())));
        Answers.json(context, Representation.of(unit), Freshness.of(unit.facets()));
    }

    /** What is not there may only not have been read yet. */
    static Problem missing(Board board, String advice) {
        return board.ready()
                ? Problem.notFound(advice)
                : Problem.unavailable("the gateway is still reading results; try again", LOADING);
    }

    static CompetitionCode competition(RoutingContext context) {
        return Query.pathId(context, "competition", CompetitionCode::parse);
    }

    private record Filter(
            Set<String> events, Set<String> disciplines, Set<String> statuses, Optional<LocalDate> day, ZoneId zone) {

        static Filter of(Query query) {
            Set<String> statuses = query.values("status");
            for (String status : statuses) {
                if (!STATUSES.contains(status)) {
                    throw Problem.badRequest("'%s' is no status; use one of %s"
                            .formatted(Query.shown(status), String.join(", ", STATUSES)));
                }
            }
            return new Filter(
                    query.events("event"),
                    query.disciplines("discipline"),
                    statuses,
                    query.day("day"),
                    query.zone("tz"));
        }

        boolean matches(Revision unit) {
            Facets facets = unit.facets();
            ResultStatus status = facets.status();
            return (events.isEmpty() || events.contains(facets.event()))
                    && (disciplines.isEmpty() || disciplines.contains(facets.discipline()))
                    && (statuses.isEmpty()
                            || statuses.contains(facets.stage().word())
                            || (status != null && statuses.contains(status.name())))
                    && (day.isEmpty() || UnitList.dayOf(unit, zone).equals(day.get()));
        }
    }
}
