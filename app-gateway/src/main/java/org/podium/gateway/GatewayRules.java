package org.podium.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        atLeastOne(problems, "podium.gateway.event-loops", gateway.eventLoops());
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
        return problems;
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
