package org.podium.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.document.Json;
import org.podium.gateway.document.Stage;
import org.podium.model.id.CompetitionCode;

/** Competitions, and the units of one of their days. */
final class ScheduleRoutes {

    private final Board board;
    private final UnitList list;
    private final KeptLists lists;
    private final Clock clock;

    ScheduleRoutes(Board board, KeptLists lists, Clock clock) {
        this.board = board;
        this.lists = lists;
        this.list = new UnitList(board);
        this.clock = clock;
    }

    void mount(Router router) {
        Routes.get(router, "/v1/competitions").handler(this::competitions);
        Routes.get(router, "/v1/competitions/:competition/schedule").handler(this::schedule);
    }

    private void competitions(RoutingContext context) {
        Query.of(context);
        lists.answer(context, () -> KeptLists.Listed.whole(competitions()));
    }

    private byte[] competitions() {
        Map<String, List<Revision>> byCompetition = StreamSupport.stream(
                        board.newest(Part.UNIT).spliterator(), false)
                .collect(Collectors.groupingBy(unit -> unit.facets().competition(), TreeMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Revision>>> busiestFirst = byCompetition.entrySet().stream()
                .sorted(Comparator.comparing(competition -> live(competition.getValue()), Comparator.reverseOrder()))
                .toList();
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("competitions");
            for (Map.Entry<String, List<Revision>> competition : busiestFirst) {
                List<Revision> units = competition.getValue();
                json.writeStartObject();
                json.writeStringField("competition", competition.getKey());
                json.writeNumberField("units", units.size());
                json.writeNumberField("live", live(units));
                json.writeStringField(
                        "firstStart",
                        units.stream()
                                .map(ScheduleRoutes::start)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                                .toString());
                json.writeStringField(
                        "lastStart",
                        units.stream()
                                .map(ScheduleRoutes::start)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                                .toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void schedule(RoutingContext context) {
        Query query = Query.of(context, "day", "tz");
        ZoneId zone = query.zone("tz");
        CompetitionCode competition = UnitRoutes.competition(context);
        Optional<LocalDate> wanted = query.day("day");
        // Which day it is decides what is shown when none is asked for.
        String key = context.request().uri() + " " + LocalDate.ofInstant(clock.instant(), zone);
        lists.answer(context, key, () -> KeptLists.Listed.whole(schedule(competition, wanted, zone)));
    }

    private byte[] schedule(CompetitionCode competition, Optional<LocalDate> wanted, ZoneId zone) {
        TreeMap<LocalDate, List<Revision>> days = list.of(competition).stream()
                .collect(Collectors.groupingBy(unit -> UnitList.dayOf(unit, zone), TreeMap::new, Collectors.toList()));
        LocalDate day = wanted.orElseGet(() -> busiest(days, zone));
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            json.writeStringField("day", day.toString());
            json.writeStringField("tz", zone.getId());
            json.writeArrayFieldStart("days");
            for (Map.Entry<LocalDate, List<Revision>> each : days.entrySet()) {
                json.writeStartObject();
                json.writeStringField("day", each.getKey().toString());
                json.writeNumberField("units", each.getValue().size());
                json.writeNumberField("live", live(each.getValue()));
                json.writeEndObject();
            }
            json.writeEndArray();
            UnitList.write(json, "units", days.getOrDefault(day, List.of()));
            json.writeEndObject();
        });
    }

    /** The day with most going on; else today when something is on, else the next day with something, else the last. */
    private LocalDate busiest(NavigableMap<LocalDate, List<Revision>> days, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate otherwise = days.ceilingKey(today);
        return days.entrySet().stream()
                .filter(day -> live(day.getValue()) > 0)
                .max(Comparator.comparingLong(day -> live(day.getValue())))
                .map(Map.Entry::getKey)
                .orElse(otherwise == null ? days.lastKey() : otherwise);
    }

    private static long live(List<Revision> units) {
        return units.stream()
                .filter(unit -> unit.facets().stage() == Stage.LIVE)
                .count();
    }

    private static Instant start(Revision unit) {
        return unit.facets().scheduledStart();
    }
}
