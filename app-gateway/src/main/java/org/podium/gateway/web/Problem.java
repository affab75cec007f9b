package org.podium.gateway.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.podium.gateway.document.Json;

/**
 * Why a request is not answered, as {@code application/problem+json} (RFC 9457). Thrown by what reads requests, and
 * turned into an answer in one place.
 */
final class Problem extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int UPGRADE_REQUIRED = 426;
    static final int TOO_MANY_REQUESTS = 429;
    static final int SERVICE_UNAVAILABLE = 503;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, String> headers;

    private Problem(int status, String title, String advice, Map<String, String> headers) {
        super(advice, null, false, false);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    /** The request cannot be understood; the advice says what it has to be. */
    static Problem badRequest(String advice) {
        return new Problem(BAD_REQUEST, "The request cannot be understood", advice, Map.of());
    }

    static Problem notFound(String advice) {
        return new Problem(NOT_FOUND, "There is no such resource", advice, Map.of());
    }

    /** The gateway cannot answer now. */
    static Problem unavailable(String advice, Duration retryAfter) {
        return new Problem(SERVICE_UNAVAILABLE, "Not now", advice, retryAfter(retryAfter));
    }

    /** The caller asks for more than it may. */
    static Problem tooMany(String advice, Duration retryAfter) {
        return new Problem(TOO_MANY_REQUESTS, "Too much is asked", advice, retryAfter(retryAfter));
    }

    /**
     * It needs another protocol (RFC 9110, 15.5.22).
     *
     * @param protocol the one that it needs, as the header {@code Upgrade} names it
     * @param headers further headers of the answer
     */
    static Problem upgradeRequired(String title, String advice, String protocol, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Upgrade", protocol);
        all.put("Connection", "Upgrade");
        return new Problem(UPGRADE_REQUIRED, title, advice, all);
    }

    /**
     * A token is missing, or is no good (RFC 6750, 3).
     *
     * @param error the error's word; empty when there is no token
     */
    static Problem unauthorized(String advice, String error) {
        return new Problem(UNAUTHORIZED, "A token is needed", advice, challenge(error));
    }

    /** The token does not allow it (RFC 6750, 3.1). */
    static Problem forbidden(String advice) {
        return new Problem(FORBIDDEN, "Not allowed", advice, challenge("insufficient_scope"));
    }

    private static Map<String, String> challenge(String error) {
        String realm = "Bearer realm=\"podium\"";
        return Map.of("WWW-Authenticate", error.isEmpty() ? realm : realm + ", error=\"" + error + "\"");
    }

    private static Map<String, String> retryAfter(Duration after) {
        return Map.of("Retry-After", Long.toString(Math.max(1, after.toSeconds())));
    }

    /** Any other answer of the routing itself. */
    static Problem of(int status, String title, String advice) {
        return new Problem(status, title, advice, Map.of());
    }

    int status() {
        return status;
    }

    /** Answers with the problem; when that is done. */
    Future<Void> answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            return response.reset();
        }
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", String.valueOf(getMessage()));
            json.writeEndObject();
        });
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        headers.forEach(response::putHeader);
        return Answers.body(request, Buffer.buffer(body));
    }
}
