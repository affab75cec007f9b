package org.podium.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.podium.gateway.guard.Address;
import org.podium.gateway.guard.Caller;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.guard.Right;
import org.podium.gateway.stream.Arrivals;

/**
 * Lets requests in: limits of the address for all of them, a token for those under {@code /v1}. It comes in the header
 * {@code Authorization}; for streams in the query as well, since browsers send no headers of ours with these.
 */
final class Door {

    /** Parameter of a stream that carries a token (RFC 6750, 2.3). */
    static final String TOKEN_PARAMETER = "access_token";

    private static final String CALLER = "podium.caller";
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String BEARER = "bearer ";

    private final Doorkeeper doorkeeper;

    Door(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /** Mounts it in front of all routes that come later. */
    void mount(Router router) {
        router.route().handler(this::arrive);
        router.route("/v1/*").handler(this::identify);
    }

    private void arrive(RoutingContext context) {
        Optional<Doorkeeper.Away> away = doorkeeper.arrived(address(context.request()));
        if (away.isPresent()) {
            throw problem(away.get());
        }
        context.next();
    }

    private Address address(HttpServerRequest request) {
        return doorkeeper.address(Arrivals.peer(request), request.headers().getAll("X-Forwarded-For"));
    }

    private void identify(RoutingContext context) {
        switch (doorkeeper.identify(address(context.request()), token(context))) {
            case Doorkeeper.Away away -> throw problem(away);
            case Doorkeeper.Let(Caller caller) -> {
                require(doorkeeper, caller, Right.APP);
                context.put(CALLER, caller);
                if (!doorkeeper.isPublic()) {
                    context.addHeadersEndHandler(
                            headers -> keepPrivate(context.response().headers()));
                }
                context.next();
            }
        }
    }

    /** A cache of many must not hand on what was asked for with a token. */
    private static void keepPrivate(MultiMap headers) {
        String cacheControl = headers.get(CACHE_CONTROL);
        if (cacheControl != null) {
            headers.set(CACHE_CONTROL, cacheControl.replace("public", "private"));
        }
    }

    private static Optional<String> token(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header != null) {
            if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw Problem.unauthorized("use Authorization: Bearer TOKEN, which is the only kind there is", "");
            }
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        List<String> inQuery =
                context.normalizedPath().equals(StreamRoute.PATH) ? context.queryParam(TOKEN_PARAMETER) : List.of();
        return inQuery.stream().findFirst();
    }

    /** Who sent the request. */
    static Caller caller(RoutingContext context) {
        return Objects.requireNonNull(context.get(CALLER), CALLER);
    }

    /**
     * Refuses who does not have the right.
     *
     * @throws Problem when it has not
     */
    static void require(Doorkeeper doorkeeper, Caller caller, Right right) {
        doorkeeper.require(caller, right).ifPresent(away -> {
            throw problem(away);
        });
    }

    /** What somebody is told who is turned away. */
    static Problem problem(Doorkeeper.Away away) {
        return switch (away.refusal()) {
            case TOKEN_MISSING -> Problem.unauthorized(away.sentence(), "");
            case TOKEN_INVALID, TOKEN_EXPIRED -> Problem.unauthorized(away.sentence(), "invalid_token");
            case FORBIDDEN -> Problem.forbidden(away.sentence());
            case KEYS_UNAVAILABLE, CONNECTIONS -> Problem.unavailable(away.sentence(), away.after());
            case ADDRESS_CONNECTIONS,
                    SLOW_HEAD,
                    ADDRESS_REQUESTS,
                    ADDRESS_HANDSHAKES,
                    ADDRESS_STREAMS,
                    TOKEN_REQUESTS,
                    TOKEN_HANDSHAKES,
                    TOKEN_STREAMS,
                    ADDRESS_BLOCKED,
                    TOKEN_BLOCKED -> Problem.tooMany(away.sentence(), away.after());
        };
    }
}
