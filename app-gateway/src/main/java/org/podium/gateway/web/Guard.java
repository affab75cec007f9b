package org.podium.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every answer has in common: security headers, access from other origins, and errors that say what to do. */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** The page runs its own files and talks to its own gateway, and nothing else. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");

    private static final int MAX_AGE_SECONDS = 86_400;
    private static final int INTERNAL_ERROR = 500;

    /** A year: whoever came over TLS once comes over TLS alone. */
    private static final String TRANSPORT_SECURITY = "max-age=31536000";

    private Guard() {}

    /** @param secure true when the gateway itself speaks TLS */
    static void mount(Router router, boolean secure) {
        router.route().handler(context -> securityHeaders(context, secure));
        router.route("/v1/*")
                .handler(CorsHandler.create()
                        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS))
                        .allowedHeaders(Set.of("If-None-Match", "Last-Event-ID", "Cache-Control", "Authorization"))
                        .exposedHeaders(Set.of("ETag", "Link", "Retry-After", "WWW-Authenticate"))
                        .maxAgeSeconds(MAX_AGE_SECONDS));
        router.route().failureHandler(Guard::fail);
        error(router, 400, "The request cannot be understood", "the path or a header is malformed; correct it");
        error(
                router,
                404,
                "There is no such resource",
                "docs/protocol.md lists the resources; /v1/competitions is a good start");
        error(
                router,
                405,
                "The method is not allowed",
                "resources answer GET and HEAD only; operators PUT and DELETE blocks");
    }

    private static void error(Router router, int status, String title, String advice) {
        router.errorHandler(status, context -> Problem.of(status, title, advice).answer(context.request()));
    }

    private static void securityHeaders(RoutingContext context, boolean secure) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        if (secure) {
            response.putHeader("Strict-Transport-Security", TRANSPORT_SECURITY);
        }
        context.next();
    }

    /** Handlers of the HTTP server's library refuse with a status and an exception of their own. */
    private static boolean isReadersFault(int status) {
        return status >= Problem.BAD_REQUEST && status < INTERNAL_ERROR;
    }

    private static void fail(RoutingContext context) {
        switch (context.failure()) {
            case Problem problem -> problem.answer(context.request());
            case null -> context.next();
            case Throwable refused
            when isReadersFault(context.statusCode()) ->
                Problem.of(
                                context.statusCode(),
                                "The request cannot be answered",
                                "a header is malformed or not allowed; correct it: " + refused.getMessage())
                        .answer(context.request());
            default -> {
                LOG.atError()
                        .addKeyValue("path", context.normalizedPath())
                        .setCause(context.failure())
                        .log("A request failed; this is a bug");
                Problem.of(INTERNAL_ERROR, "The gateway failed", "this is a bug; the gateway's log says more")
                        .answer(context.request());
            }
        }
    }
}
