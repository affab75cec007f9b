package org.podium.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision.Detail;
import org.podium.model.id.CompetitionCode;

/** The document of everything of a competition. */
final class EverythingRoute {

    private final Board board;
    private final Everything everything;

    EverythingRoute(Board board, Everything everything) {
        this.board = board;
        this.everything = everything;
    }

    void mount(Router router) {
        Routes.get(router, "/v1/competitions/:competition/everything").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Query query = Query.of(context, "detail");
        Detail detail = Detail.valueOf(query.word("detail", "full", "summary").toUpperCase(Locale.ROOT));
        CompetitionCode competition = UnitRoutes.competition(context);
        if (!isThere(competition)) {
            throw UnitRoutes.missing(
                    board,
                    "there is no competition %s here; /v1/competitions lists those that there are"
                            .formatted(competition));
        }
        Answers.whenMade(
                context,
                everything.of(competition, detail),
                document -> Answers.json(context, document, Freshness.BULK));
    }

    private boolean isThere(CompetitionCode competition) {
        return StreamSupport.stream(board.newest(Part.UNIT).spliterator(), false)
                .anyMatch(unit -> unit.facets().competition().equals(competition.value()));
    }
}
