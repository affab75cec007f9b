package org.podium.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final int USUAL_PAGE = 100;
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
        Page.Wanted wanted = Page.Wanted.of(query, USUAL_PAGE);
        lists.answer(context, () -> {
            List<Revision> matching =
                    list.of(competition).stream().filter(filter::matches).toList();
            Page<Revision> page =
                    Page.of(matching, wanted, unit -> unit.facets().unit());
            return page.listed(document(competition, page));
        });
    }

    private static byte[] document(CompetitionCode competition, Page<Revision> page) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            page.write(json);
            UnitList.write(json, "units", page.rows());
            json.writeEndObject();
        });
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
