package org.podium.gateway.web;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/** Answers to what no route is shown, since it cannot be read as a request of HTTP. */
final class Unreadable {

    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private Unreadable() {}

    /** Says what is wrong, and ends the connection: nobody knows where the next request would begin. */
    static void refuse(HttpServerRequest request) {
        var _ = of(request.decoderResult().cause())
                .answer(request)
                .onComplete(said -> request.connection().close());
    }

    private static Problem of(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                Problem.of(
                        URI_TOO_LONG,
                        "The request line is too long",
                        "ask for less at a time; a WebSocket takes filters in messages, too");
            case TooLongHttpHeaderException _ ->
                Problem.of(
                        HEADERS_TOO_LARGE,
                        "The headers are too large",
                        "send fewer and shorter ones; no resource here needs cookies");
            case null, default ->
                Problem.badRequest("this is no request as RFC 9112 has it; its first line, a header or its length is"
                        + " malformed");
        };
    }

    /** The target is no path: a client that speaks to a proxy, or none at all. */
    static void refuseTarget(HttpServerRequest request) {
        var _ = Problem.badRequest("the target has to be a path, which begins with /")
                .answer(request);
    }
}
