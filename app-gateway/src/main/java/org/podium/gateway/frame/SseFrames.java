package org.podium.gateway.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.document.Json;

/**
 * Frames as server-sent events (HTML Living Standard, 9.2). A frame about a revision is made once and shared by all
 * readers of all event loops. A reader's position is an event of its own that has an id and no data: browsers remember
 * the id and dispatch nothing, and the shared bytes stay the same for everybody. One instance an event loop.
 */
public final class SseFrames {

    private @Nullable Frame lastFrame;
    private Buffer lastBytes = Buffer.buffer();

    private record Key(String event, Detail detail) {}

    /** The frame's bytes. Not to be changed. */
    public Buffer encode(Frame frame) {
        return switch (frame) {
            case Frame.Update update -> shared("update", update.revision(), update.detail());
            case Frame.Snapshot snapshot -> shared("snapshot", snapshot.revision(), snapshot.detail());
            case Frame.Reached reached -> kept(reached);
            case Frame.Heartbeat heartbeat -> kept(heartbeat);
            case Frame.Hello hello -> own(hello);
            case Frame.Complete complete -> own(complete);
            case Frame.Resync resync -> own(resync);
            case Frame.Goodbye goodbye -> own(goodbye);
        };
    }

    /** All readers that are up to date get the same instance one after the other. */
    @SuppressWarnings(
            "ReferenceEquality") // The same instance is the point: comparing contents would cost more than encoding.
    private Buffer kept(Frame frame) {
        if (frame != lastFrame) {
            lastFrame = frame;
            lastBytes = own(frame);
        }
        return lastBytes;
    }

    private static Buffer shared(String event, Revision revision, Detail detail) {
        return revision.frame(new Key(event, detail), () -> {
            byte[] document = revision.document(detail);
            String part = revision.subject().part().word();
            String start = "event: %s\ndata: {\"part\":\"%s\",\"takenAt\":%d,\"publishedAt\":%d,\"%s\":"
                    .formatted(
                            event,
                            part,
                            revision.times().taken(),
                            revision.times().published(),
                            part);
            return Buffer.buffer(start.length() + document.length + 3)
                    .appendString(start)
                    .appendBytes(document)
                    .appendString("}\n\n");
        });
    }

    private static Buffer own(Frame frame) {
        return switch (frame) {
            case Frame.Hello hello ->
                Buffer.buffer("retry: " + hello.retry().toMillis() + "\n")
                        .appendBuffer(id(hello.position().orElse(null)))
                        .appendBuffer(event("hello", json -> {
                            json.writeNumberField("protocol", 1);
                            json.writeBooleanField("resumed", hello.resumed());
                            if (hello.position().isPresent()) {
                                json.writeStringField(
                                        "position", hello.position().get().toString());
                            }
                            json.writeNumberField(
                                    "heartbeatMillis", hello.heartbeat().toMillis());
                            json.writeNumberField("at", hello.at());
                        }));
            case Frame.Complete complete ->
                event("snapshot", json -> {
                    json.writeStringField("part", "complete");
                    json.writeNumberField("subjects", complete.subjects());
                });
            case Frame.Resync resync ->
                event("resync", json -> {
                    json.writeStringField("reason", resync.reason().name());
                    json.writeBooleanField("snapshot", resync.snapshot());
                });
            case Frame.Reached reached -> id(reached.position()).appendString("\n");
            case Frame.Heartbeat heartbeat ->
                id(heartbeat.position().orElse(null))
                        .appendBuffer(event("heartbeat", json -> json.writeNumberField("at", heartbeat.at())));
            case Frame.Goodbye goodbye ->
                Buffer.buffer("retry: " + goodbye.after().toMillis() + "\n").appendBuffer(event("goodbye", json -> {
                    json.writeStringField("code", goodbye.farewell().name());
                    json.writeStringField("advice", goodbye.farewell().advice());
                    json.writeNumberField("retryMillis", goodbye.after().toMillis());
                }));
            case Frame.Update update -> shared("update", update.revision(), update.detail());
            case Frame.Snapshot snapshot -> shared("snapshot", snapshot.revision(), snapshot.detail());
        };
    }

    private static Buffer id(@Nullable Position position) {
        return position == null ? Buffer.buffer() : Buffer.buffer("id: " + position + "\n");
    }

    private static Buffer event(String name, Fields fields) {
        byte[] json = Json.bytes(generator -> {
            generator.writeStartObject();
            fields.write(generator);
            generator.writeEndObject();
        });
        return Buffer.buffer("event: " + name.toLowerCase(Locale.ROOT) + "\ndata: ")
                .appendString(new String(json, StandardCharsets.UTF_8))
                .appendString("\n\n");
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
