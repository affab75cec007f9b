package org.podium.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.podium.gateway.board.ETags;

/** Answers with documents: entity tags, conditional requests, caching, HEAD. */
final class Answers {

    private static final int NOT_MODIFIED = 304;

    private Answers() {}

    /** A JSON document whose tag follows from its bytes. */
    static void json(RoutingContext context, byte[] document, Freshness freshness) {
        json(context, document, ETags.of(document), freshness);
    }

    /** A JSON document with its tag. */
    static void json(RoutingContext context, byte[] document, String etag, Freshness freshness) {
        of(context, "application/json", Buffer.buffer(document), etag, freshness);
    }

    /** Any document with its tag; 304 without a body when the client has it. */
    static void of(RoutingContext context, String type, Buffer document, String etag, Freshness freshness) {
        context.response().putHeader("ETag", etag).putHeader("Cache-Control", freshness.cacheControl());
        if (hasIt(context.request().getHeader("If-None-Match"), etag)) {
            context.response().setStatusCode(NOT_MODIFIED).end();
            return;
        }
        context.response().putHeader("Content-Type", type);
        body(context, document);
    }

    /** The body, of which HEAD gets the length alone. */
    static void body(RoutingContext context, Buffer body) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response().putHeader("Content-Length", Integer.toString(body.length()));
            context.response().end();
        } else {
            context.response().end(body);
        }
    }

    /** Weak comparison, as If-None-Match wants it (RFC 9110, 13.1.2). */
    private static boolean hasIt(@org.jspecify.annotations.Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }
}
