package org.podium.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.podium.gateway.guard.Anonymous;
import org.podium.model.wire.FeedFlag;

/** What values of the gateway's configuration keep together. */
final class GatewayRules {

    private GatewayRules() {}

    /** What is wrong, one sentence a problem. */
    static List<String> broken(GatewaySettings settings) {
        GatewaySettings.Gateway gateway = settings.gateway();
        GatewaySettings.Streams streams = gateway.streams();
        List<String> problems = new ArrayList<>();
        if (gateway.feed() == FeedFlag.UNKNOWN) {
            problems.add("podium.gateway.feed: has to be production or test");
        }
        atLeastOne(problems, "podium.gateway.event-loops", gateway.eventLoops().orElse(1));
        atLeastOne(problems, "podium.gateway.window.updates", gateway.window().updates());
        atLeastOne(problems, "podium.gateway.streams.max-open", streams.maxOpen());
        atLeastOne(problems, "podium.gateway.streams.max-filters", streams.maxFilters());
        atLeastOne(problems, "podium.gateway.streams.max-due", streams.maxDue());
        atLeastOne(problems, "podium.gateway.streams.max-messages", streams.maxMessages());
        positive(problems, "podium.gateway.streams.hello-timeout", streams.helloTimeout());
        positive(problems, "podium.gateway.streams.overload-lag", streams.overloadLag());
        positive(problems, "podium.gateway.streams.heartbeat", streams.heartbeat());
        positive(problems, "podium.gateway.streams.stall-timeout", streams.stallTimeout());
        positive(problems, "podium.gateway.streams.retry", streams.retry());
        tokens(problems, gateway.tokens());
        limits(problems, gateway.limits());
        tls(problems, gateway.tls());
        return problems;
    }

    private static void tokens(List<String> problems, GatewaySettings.Tokens tokens) {
        if (tokens.keys().isPresent()) {
            if (tokens.issuer().isEmpty() || tokens.audience().isEmpty()) {
                problems.add(
                        "podium.gateway.tokens.keys: needs podium.gateway.tokens.issuer and .audience as well, since"
                                + " one issuer's keys sign tokens for many");
            }
            if (isReadInTheClear(tokens.keys().get())) {
                problems.add("podium.gateway.tokens.keys: has to be a file or begin with https://, since who changes"
                        + " keys on their way issues tokens");
            }
        } else if (tokens.anonymous() == Anonymous.NOTHING) {
            problems.add(
                    "podium.gateway.tokens.anonymous: is nothing, and without podium.gateway.tokens.keys nobody could get in");
        }
        positive(problems, "podium.gateway.tokens.refresh", tokens.refresh());
        positive(problems, "podium.gateway.tokens.timeout", tokens.timeout());
    }

    private static boolean isReadInTheClear(String location) {
        return location.startsWith("http:")
                && !location.startsWith("http://127.0.0.1:")
                && !location.startsWith("http://localhost:");
    }

    private static void limits(List<String> problems, GatewaySettings.Limits limits) {
        Map.of(
                        "connections", limits.connections(),
                        "address-connections", limits.addressConnections(),
                        "address-requests", limits.addressRequests(),
                        "address-handshakes", limits.addressHandshakes(),
                        "token-streams", limits.tokenStreams(),
                        "token-requests", limits.tokenRequests(),
                        "token-handshakes", limits.tokenHandshakes(),
                        "refusals", limits.refusals())
                .forEach((key, value) -> {
                    if (value < 0) {
                        problems.add("podium.gateway.limits.%s: has to be 0 or more, and is %d".formatted(key, value));
                    }
                });
        atLeastOne(problems, "podium.gateway.limits.tracked", limits.tracked());
        positive(problems, "podium.gateway.limits.head", limits.head());
        positive(problems, "podium.gateway.limits.block", limits.block());
    }

    private static void tls(List<String> problems, GatewaySettings.Tls tls) {
        if (tls.certificate().isPresent() != tls.key().isPresent()) {
            problems.add("podium.gateway.tls.certificate: needs podium.gateway.tls.key, and the other way round");
        }
        positive(problems, "podium.gateway.tls.check", tls.check());
    }

    private static void atLeastOne(List<String> problems, String key, int value) {
        if (value < 1) {
            problems.add(key + ": has to be 1 or more, and is " + value);
        }
    }

    private static void positive(List<String> problems, String key, Duration value) {
        if (!value.isPositive()) {
            problems.add(key + ": has to be over 0, and is " + value.toMillis() + "ms");
        }
    }
}
