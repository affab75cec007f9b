package org.podium.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.podium.gateway.document.Json;
import org.podium.gateway.guard.Address;
import org.podium.gateway.guard.Blocks;
import org.podium.gateway.guard.Caller;
import org.podium.gateway.guard.Doorkeeper;
import org.podium.gateway.guard.Party;
import org.podium.gateway.guard.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blocks of this gateway, for operators: to see, to make, to lift. */
final class BlockRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(BlockRoutes.class);

    private static final int NO_CONTENT = 204;
    private static final int LONGEST_SECONDS = 86_400;
    private static final int SECONDS = 600;

    private final Doorkeeper doorkeeper;
    private final Blocks blocks;

    BlockRoutes(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
        this.blocks = doorkeeper.gate().blocks();
    }

    void mount(Router router) {
        Routes.get(router, "/v1/blocks").handler(this::list);
        router.route(HttpMethod.PUT, "/v1/blocks/:kind/:name").handler(this::put);
        router.route(HttpMethod.DELETE, "/v1/blocks/:kind/:name").handler(this::lift);
    }

    private Caller operator(RoutingContext context) {
        Caller caller = Door.caller(context);
        Door.require(doorkeeper, caller, Right.OPERATOR);
        return caller;
    }

    private void list(RoutingContext context) {
        operator(context);
        Query.of(context);
        Answers.json(
                context,
                Representation.of(Json.bytes(json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("blocks");
                    for (Blocks.Block block : blocks.all()) {
                        json.writeStartObject();
                        json.writeStringField(
                                "kind", block.party().kind().name().toLowerCase(Locale.ROOT));
                        json.writeStringField("name", block.party().name());
                        if (block.reason().isPresent()) {
                            json.writeStringField("reason", block.reason().get().name());
                        }
                        json.writeNumberField("untilAt", block.until().toEpochMilli());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })),
                Freshness.NEVER);
    }

    private void put(RoutingContext context) {
        Caller operator = operator(context);
        Query query = Query.of(context, "seconds");
        Duration length = Duration.ofSeconds(query.number("seconds", 1, LONGEST_SECONDS, SECONDS));
        Blocks.Block block = blocks.put(party(context), Optional.empty(), length);
        tell("An operator blocks", operator, block.party());
        context.response().setStatusCode(NO_CONTENT).end();
    }

    private void lift(RoutingContext context) {
        Caller operator = operator(context);
        Query.of(context);
        Party party = party(context);
        if (!blocks.lift(party)) {
            throw Problem.notFound("there is no such block; /v1/blocks lists those that there are");
        }
        tell("An operator lifts a block", operator, party);
        context.response().setStatusCode(NO_CONTENT).end();
    }

    private static void tell(String what, Caller operator, Party party) {
        LOG.atWarn()
                .addKeyValue("operator", operator.holder().orElse(""))
                .addKeyValue("kind", party.kind())
                .addKeyValue("name", party.name())
                .log(what);
    }

    private static Party party(RoutingContext context) {
        String name = Objects.requireNonNull(context.pathParam("name"), "name");
        return switch (Objects.requireNonNull(context.pathParam("kind"), "kind")) {
            case "address" ->
                new Party(
                        Party.Kind.ADDRESS,
                        Address.parse(name)
                                .orElseThrow(() ->
                                        Problem.badRequest("'%s' is no address; write it as 192.0.2.7 or 2001:db8::1"
                                                .formatted(Query.shown(name))))
                                .text());
            case "token" -> new Party(Party.Kind.TOKEN, name);
            default -> throw Problem.badRequest("a block is of an address or of a token: /v1/blocks/address/192.0.2.7");
        };
    }
}
