package org.podium.gateway.web;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers with documents: entity tags, conditional requests, codings, caching, HEAD. */
final class Answers {

    private static final int NOT_MODIFIED = 304;

    private Answers() {}

    /** Answers on the request's own event loop when what it asks for has been made, wherever that is. */
    static <T> void whenMade(RoutingContext context, Future<T> made, Consumer<T> answer) {
        if (made.succeeded()) {
            answer.accept(made.result());
            return;
        }
        Context own = Objects.requireNonNull(Vertx.currentContext());
        made.onComplete(done -> own.runOnContext(now -> {
            if (done.failed()) {
                context.fail(done.cause());
                return;
            }
            try {
                answer.accept(done.result());
            } catch (RuntimeException e) {
                context.fail(e);
            }
        }));
    }

    /** A JSON document. */
    static void json(RoutingContext context, Representation document, Freshness freshness) {
        of(context, "application/json", document, freshness);
    }

    /** Any document, in a coding that the client takes; 304 without a body when the client has it. */
    static void of(RoutingContext context, String type, Representation document, Freshness freshness) {
        Coding coding = document.choose(Coding.accepted(context.request().getHeader("Accept-Encoding")));
        String etag = document.etag(coding);
        context.response()
                .putHeader("ETag", etag)
                .putHeader("Cache-Control", freshness.cacheControl())
                .putHeader("Vary", "Accept-Encoding");
        if (hasIt(context.request().getHeader("If-None-Match"), etag)) {
            context.response().setStatusCode(NOT_MODIFIED).end();
            return;
        }
        context.response().putHeader("Content-Type", type);
        if (coding != Coding.IDENTITY) {
            context.response().putHeader("Content-Encoding", coding.word());
        }
        // The bytes as they are: a copy for each client of a document that is prepared once would be the larger part.
        var _ = body(context.request(), BufferInternal.buffer(Unpooled.wrappedBuffer(document.as(coding))));
    }

    /** The body, of which HEAD gets the length alone. */
    static Future<Void> body(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            return request.response()
                    .putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        }
        return request.response().end(body);
    }

    /** Weak comparison, as If-None-Match wants it (RFC 9110, 13.1.2). */
    private static boolean hasIt(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }
}
