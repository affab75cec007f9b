package org.podium.lab.protocol;

import static org.podium.lab.protocol.Promise.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.podium.lab.protocol.Promise.Broken;
import org.podium.lab.protocol.Served.Seen;
import org.podium.lab.reader.SseEvent;

/** What is promised about server-sent events. */
final class StreamPromises {

    private StreamPromises() {}

    static List<Promise> all() {
        return List.of(
                new Promise("a stream says hello, brings a snapshot, and tells a position", StreamPromises::snapshot),
                new Promise("a stream resumes at its last position without a snapshot", StreamPromises::resumes),
                new Promise("a stream goes on where the document of everything ends", StreamPromises::goesOn),
                new Promise(
                        "a position of another feed is answered with a resync and a snapshot", StreamPromises::resync),
                new Promise("filters bring what was asked for and keep out the rest", StreamPromises::filters),
                new Promise("caches and proxies leave streams alone", StreamPromises::headers));
    }

    private static boolean hasHello(Seen seen) {
        return !seen.events().isEmpty();
    }

    private static boolean hasSnapshotAndPosition(Seen seen) {
        return seen.events().stream().anyMatch(StreamPromises::isComplete)
                && !seen.lastId().isEmpty();
    }

    private static boolean isComplete(SseEvent event) {
        return event.name().equals("snapshot") && event.text().startsWith("{\"part\":\"complete\"");
    }

    private static void snapshot(Served gateway) throws IOException, InterruptedException, Broken {
        Seen seen = gateway.stream("/v1/stream?detail=summary", StreamPromises::hasSnapshotAndPosition);
        require(seen.status() == 200, "the stream answered %d".formatted(seen.status()));
        require(seen.firstName().equals("hello"), "first came %s".formatted(seen.firstName()));
        JsonNode hello = seen.first("hello");
        require(hello.path("protocol").asInt() == 1, "the protocol is %s".formatted(hello.path("protocol")));
        require(!hello.path("resumed").asBoolean(true), "it resumed from nothing");
        require(hello.path("heartbeatMillis").asLong() > 0, "it does not tell the longest silence");
        List<JsonNode> snapshot = seen.data("snapshot");
        long subjects = snapshot.stream()
                .filter(frame -> frame.path("part").asText().equals("complete"))
                .findFirst()
                .orElseThrow(() -> new Broken("the snapshot does not end"))
                .path("subjects")
                .asLong();
        require(
                subjects == snapshot.size() - 1,
                "it counts %d subjects and brought %d".formatted(subjects, snapshot.size() - 1));
    }

    private static void resumes(Served gateway) throws IOException, InterruptedException, Broken {
        String position = gateway.stream("/v1/stream?detail=summary", StreamPromises::hasSnapshotAndPosition)
                .lastId();
        for (String delivery : List.of("newest", "every")) {
            String path = "/v1/stream?detail=summary&delivery=" + delivery;
            resumed(gateway.stream(path, StreamPromises::hasHello, "Last-Event-ID", position));
            resumed(gateway.stream(path + "&position=" + position, StreamPromises::hasHello));
        }
    }

    private static void resumed(Seen seen) throws IOException, Broken {
        require(seen.status() == 200, "the stream answered %d".formatted(seen.status()));
        require(
                seen.first("hello").path("resumed").asBoolean(),
                "it did not resume: %s".formatted(seen.first("hello")));
    }

    private static void goesOn(Served gateway) throws IOException, InterruptedException, Broken {
        String competition = ResourcePromises.competition(gateway);
        String position = Served.json(gateway.get("/v1/competitions/" + competition + "/everything?detail=summary"))
                .path("position")
                .asText();
        resumed(gateway.stream("/v1/stream?position=" + position, StreamPromises::hasHello));
    }

    private static void resync(Served gateway) throws IOException, InterruptedException, Broken {
        Seen seen = gateway.stream(
                "/v1/stream?detail=summary&position=1.00000000.0", StreamPromises::hasSnapshotAndPosition);
        JsonNode resync = seen.first("resync");
        require(
                resync.path("reason").asText().equals("POSITION_OF_ANOTHER_FEED"),
                "the reason is %s".formatted(resync.path("reason")));
        require(resync.path("snapshot").asBoolean(), "it says that no snapshot follows");
    }

    private static void filters(Served gateway) throws IOException, InterruptedException, Broken {
        JsonNode unit = withLines(gateway);
        JsonNode line = unit.path("lines").path(0);
        only(
                gateway,
                unit,
                "unit",
                frame -> !frame.has("unit") || frame.path("unit").equals(unit.path("unit")));
        for (String field : List.of("competition", "event", "discipline")) {
            only(gateway, unit, field, frame -> frame.path(field).equals(unit.path(field)));
        }
        for (String field : List.of("organisation", "competitor")) {
            String filter = field + "=" + line.path(field).asText();
            brings(gateway, unit, filter, frame -> takesPart(frame, line, field));
        }
        brings(
                gateway,
                unit,
                "discipline=%s&competitor=%s&status=START_LIST"
                        .formatted(
                                unit.path("discipline").asText(),
                                line.path("competitor").asText()),
                frame -> takesPart(frame, line, "competitor")
                        && frame.path("discipline").equals(unit.path("discipline")));
        seen(gateway, "medals=only", frame -> !frame.has("lines"));
        seen(
                gateway,
                "status=OFFICIAL",
                frame -> !frame.has("lines") || frame.path("status").asText().equals("OFFICIAL"));
        seen(
                gateway,
                "medal-events=only",
                frame -> !frame.has("lines") || frame.path("medalEvent").asBoolean());
    }

    private static JsonNode withLines(Served gateway) throws IOException, InterruptedException, Broken {
        String units = "/v1/competitions/" + ResourcePromises.competition(gateway) + "/units";
        for (JsonNode row : Served.json(gateway.get(units + "?limit=500")).path("units")) {
            if (!row.path("leaders").isEmpty()) {
                return Served.json(gateway.get(units + "/" + row.path("unit").asText()));
            }
        }
        throw new Broken("no unit has a line, so that no filter can be tried");
    }

    /** Medallists are of whole events: whose competitors a filter finds does not show in them. */
    private static boolean takesPart(JsonNode frame, JsonNode line, String field) {
        return !frame.has("lines")
                || StreamSupport.stream(frame.path("lines").spliterator(), false)
                        .anyMatch(each -> each.path(field).equals(line.path(field)));
    }

    private static void only(Served gateway, JsonNode unit, String field, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException, Broken {
        brings(gateway, unit, field + "=" + unit.path(field).asText(), wanted);
    }

    private static void brings(Served gateway, JsonNode unit, String filter, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException, Broken {
        boolean came = seen(gateway, filter, wanted).stream()
                .anyMatch(document -> document.path("unit").equals(unit.path("unit")));
        require(came, "with %s the unit %s did not come".formatted(filter, unit.path("unit")));
    }

    /** What a snapshot brings with a filter. */
    private static List<JsonNode> seen(Served gateway, String filter, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException, Broken {
        Seen seen = gateway.stream("/v1/stream?" + filter, StreamPromises::hasSnapshotAndPosition);
        require(
                seen.events().stream().anyMatch(StreamPromises::isComplete),
                "with %s the snapshot does not end".formatted(filter));
        List<JsonNode> documents = new ArrayList<>();
        for (JsonNode frame : seen.data("snapshot")) {
            JsonNode document = frame.path(frame.path("part").asText());
            if (!document.isMissingNode()) {
                require(wanted.test(document), "with %s there came %s".formatted(filter, document));
                documents.add(document);
            }
        }
        return documents;
    }

    private static void headers(Served gateway) throws IOException, InterruptedException, Broken {
        Served.Seen seen = gateway.stream("/v1/stream?medals=only", StreamPromises::hasHello);
        require(seen.status() == 200, "the stream answered %d".formatted(seen.status()));
        require(
                gateway.streamHeader("/v1/stream?medals=only", "Cache-Control").equals("no-store"),
                "a stream may be cached");
        require(
                gateway.streamHeader("/v1/stream?medals=only", "X-Accel-Buffering")
                        .equals("no"),
                "a proxy may buffer a stream");
        require(
                gateway.streamHeader("/v1/stream?medals=only", "Content-Type").equals("text/event-stream"),
                "a stream is no stream of server-sent events");
    }
}
