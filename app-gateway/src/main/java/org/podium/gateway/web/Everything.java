package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.document.Json;
import org.podium.model.id.CompetitionCode;

/**
 * All that there is of a competition in one document, for who starts cold. Megabytes: put together and compressed by a
 * worker, once for all who ask within some seconds; the position in it is where a stream goes on. Shared by all event
 * loops.
 */
final class Everything {

    /** How old a document gets before it is made anew. */
    private static final Duration OLD = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Board board;
    private final Map<Key, Kept> kept = new HashMap<>();

    private record Key(CompetitionCode competition, Detail detail) {}

    private record Kept(long changes, long sinceNanos, Future<Representation> document) {}

    Everything(Vertx vertx, Board board) {
        this.vertx = vertx;
        this.board = board;
    }

    /** The document of a competition that there is. */
    synchronized Future<Representation> of(CompetitionCode competition, Detail detail) {
        Key key = new Key(competition, detail);
        Kept last = kept.get(key);
        long now = System.nanoTime();
        if (last != null && !last.document().failed() && isFresh(last, now)) {
            return last.document();
        }
        Kept fresh = new Kept(
                board.changes(),
                now,
                vertx.executeBlocking(() -> Representation.prepared(document(competition, detail)), false)
                        .map(Objects::requireNonNull));
        kept.put(key, fresh);
        return fresh.document();
    }

    private boolean isFresh(Kept last, long now) {
        return !last.document().isComplete()
                || last.changes() == board.changes()
                || now - last.sinceNanos() < OLD.toNanos();
    }

    private byte[] document(CompetitionCode competition, Detail detail) {
        Board.Start start = board.start();
        List<Revision> revisions = start.newest().values().stream()
                .filter(revision -> revision.facets().competition().equals(competition.value()))
                .toList();
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("competition", competition.value());
            json.writeStringField("position", start.position().toString());
            write(json, "units", Part.UNIT, revisions, detail);
            write(json, "events", Part.EVENT, revisions, detail);
            write(json, "medals", Part.MEDALS, revisions, detail);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String field, Part part, List<Revision> revisions, Detail detail)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (Revision revision : revisions) {
            if (revision.subject().part() == part) {
                json.writeRawValue(new String(revision.document(detail), StandardCharsets.UTF_8));
            }
        }
        json.writeEndArray();
    }
}
