package org.podium.gateway.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.document.Json;

/** What a frame says, the same for every transport: its name and the members of a JSON object. */
final class FrameText {

    private FrameText() {}

    /** Name of the SSE event, and the type of the WebSocket message. */
    static String name(Frame frame) {
        return switch (frame) {
            case Frame.Hello ignored -> "hello";
            case Frame.Snapshot ignored -> "snapshot";
            case Frame.Complete ignored -> "snapshot";
            case Frame.Update ignored -> "update";
            case Frame.Resync ignored -> "resync";
            case Frame.Reached ignored -> "position";
            case Frame.Heartbeat ignored -> "heartbeat";
            case Frame.Goodbye ignored -> "goodbye";
        };
    }

    /** Position that the frame tells. */
    static Optional<Position> position(Frame frame) {
        return switch (frame) {
            case Frame.Hello hello -> hello.position();
            case Frame.Reached reached -> Optional.of(reached.position());
            case Frame.Heartbeat heartbeat -> heartbeat.position();
            case Frame.Update update -> update.position();
            case Frame.Snapshot ignored -> Optional.empty();
            case Frame.Complete ignored -> Optional.empty();
            case Frame.Resync ignored -> Optional.empty();
            case Frame.Goodbye ignored -> Optional.empty();
        };
    }

    /** Time to come back that the frame tells. */
    static Optional<Duration> retry(Frame frame) {
        return switch (frame) {
            case Frame.Hello hello -> Optional.of(hello.retry());
            case Frame.Goodbye goodbye -> Optional.of(goodbye.after());
            case Frame.Snapshot ignored -> Optional.empty();
            case Frame.Complete ignored -> Optional.empty();
            case Frame.Update ignored -> Optional.empty();
            case Frame.Resync ignored -> Optional.empty();
            case Frame.Reached ignored -> Optional.empty();
            case Frame.Heartbeat ignored -> Optional.empty();
        };
    }

    /** Appends the members without the braces around them, and without the position of an update; at least one. */
    static void members(Frame frame, ByteBuf out) {
        switch (frame) {
            case Frame.Update update -> revision(update.revision(), update.detail(), out);
            case Frame.Snapshot snapshot -> revision(snapshot.revision(), snapshot.detail(), out);
            case Frame.Hello hello ->
                members(out, json -> {
                    json.writeNumberField("protocol", 1);
                    json.writeBooleanField("resumed", hello.resumed());
                    position(json, hello.position());
                    json.writeNumberField("heartbeatMillis", hello.heartbeat().toMillis());
                    json.writeNumberField("retryMillis", hello.retry().toMillis());
                    json.writeNumberField("at", hello.at());
                });
            case Frame.Complete complete ->
                members(out, json -> {
                    json.writeStringField("part", "complete");
                    json.writeNumberField("subjects", complete.subjects());
                });
            case Frame.Resync resync ->
                members(out, json -> {
                    json.writeStringField("reason", resync.reason().name());
                    json.writeBooleanField("snapshot", resync.snapshot());
                });
            case Frame.Reached reached -> members(out, json -> position(json, Optional.of(reached.position())));
            case Frame.Heartbeat heartbeat ->
                members(out, json -> {
                    position(json, heartbeat.position());
                    json.writeNumberField("at", heartbeat.at());
                });
            case Frame.Goodbye goodbye ->
                members(out, json -> {
                    json.writeStringField("code", goodbye.farewell().name());
                    json.writeStringField("advice", goodbye.advice());
                    json.writeBooleanField("comeBack", goodbye.farewell().comeBack());
                    json.writeNumberField("retryMillis", goodbye.after().toMillis());
                });
        }
    }

    private static void revision(Revision revision, Detail detail, ByteBuf out) {
        String part = revision.subject().part().word();
        out.writeCharSequence("\"part\":\"", StandardCharsets.US_ASCII);
        out.writeCharSequence(part, StandardCharsets.US_ASCII);
        out.writeCharSequence("\",\"takenAt\":", StandardCharsets.US_ASCII);
        out.writeCharSequence(Long.toString(revision.times().taken()), StandardCharsets.US_ASCII);
        out.writeCharSequence(",\"publishedAt\":", StandardCharsets.US_ASCII);
        out.writeCharSequence(Long.toString(revision.times().published()), StandardCharsets.US_ASCII);
        out.writeCharSequence(",\"", StandardCharsets.US_ASCII);
        out.writeCharSequence(part, StandardCharsets.US_ASCII);
        out.writeCharSequence("\":", StandardCharsets.US_ASCII);
        out.writeBytes(revision.document(detail));
    }

    private static void position(JsonGenerator json, Optional<Position> position) throws IOException {
        if (position.isPresent()) {
            json.writeStringField("position", position.get().toString());
        }
    }

    private static void members(ByteBuf out, Json.Body body) {
        byte[] object = Json.bytes(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        });
        out.writeBytes(object, 1, object.length - 2);
    }
}
