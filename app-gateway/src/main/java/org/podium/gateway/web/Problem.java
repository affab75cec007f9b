package org.podium.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.document.Json;

/**
 * Why a request is not answered, as {@code application/problem+json} (RFC 9457). Thrown by what reads requests, and
 * turned into an answer in one place.
 */
final class Problem extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int SERVICE_UNAVAILABLE = 503;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final @Nullable Duration retryAfter;

    private Problem(int status, String title, String advice, @Nullable Duration retryAfter) {
        super(advice, null, false, false);
        this.status = status;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    /** The request cannot be understood; the advice says what it has to be. */
    static Problem badRequest(String advice) {
        return new Problem(BAD_REQUEST, "The request cannot be understood", advice, null);
    }

    static Problem notFound(String advice) {
        return new Problem(NOT_FOUND, "There is no such resource", advice, null);
    }

    /** The gateway cannot answer now. */
    static Problem unavailable(String advice, Duration retryAfter) {
        return new Problem(SERVICE_UNAVAILABLE, "Not now", advice, retryAfter);
    }

    /** Any other answer of the routing itself. */
    static Problem of(int status, String title, String advice) {
        return new Problem(status, title, advice, null);
    }

    int status() {
        return status;
    }

    /** Answers with the problem. */
    void answer(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", String.valueOf(getMessage()));
            json.writeEndObject();
        });
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (retryAfter != null) {
            context.response().putHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        Answers.body(context, Buffer.buffer(body));
    }
}
