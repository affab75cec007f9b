package org.podium.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.podium.gateway.stream.Transport;
import org.podium.model.wire.FeedFlag;
import org.podium.operations.config.ByteSize;
import org.podium.operations.config.Meaning;
import org.podium.operations.config.Port;
import org.podium.operations.endpoint.EndpointSettings;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;

/** Configuration of {@code podium gateway}. */
@ConfigMapping(prefix = "podium")
public interface GatewaySettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    EndpointSettings admin();

    LogSettings log();

    Gateway gateway();

    /** What is the gateway's own: {@code podium.gateway.*}. */
    interface Gateway {

        @Meaning("Which feed is served; messages of the other one are left out")
        @WithDefault("production")
        FeedFlag feed();

        @Meaning("How long the cluster may take at the start to tell of its topics")
        @WithDefault("30s")
        Duration startTimeout();

        @Meaning("Address that REST, streams and the live page listen on")
        @WithDefault("0.0.0.0")
        String host();

        @Meaning("Port of REST, streams and the live page; 0 lets the system choose")
        @WithDefault("8080")
        Port port();

        @Meaning("Threads that serve; each has its share of the streams")
        @WithDefault("2")
        int eventLoops();

        @Meaning("How event loops talk to the kernel: auto, io-uring, epoll or nio; what does not work here falls back")
        @WithDefault("auto")
        Transport transport();

        @Meaning("Most bytes of a request's headers, and of its first line")
        @WithDefault("16KiB")
        ByteSize maxHeaders();

        Window window();

        Streams streams();
    }

    /** What is remembered for readers that come back: {@code podium.gateway.window.*}. */
    interface Window {

        @Meaning("Most updates remembered")
        @WithDefault("50000")
        int updates();

        @Meaning("Most bytes of updates remembered")
        @WithDefault("256MiB")
        ByteSize bytes();
    }

    /** Bounds of streams: {@code podium.gateway.streams.*}. */
    interface Streams {

        @Meaning("Most streams at a time; who comes then is told to come back later")
        @WithDefault("20000")
        int maxOpen();

        @Meaning("Most values of all filters of a stream")
        @WithDefault("64")
        int maxFilters();

        @Meaning("Bytes that a connection may hold before its reader counts as slow")
        @WithDefault("64KiB")
        ByteSize buffer();

        @Meaning("Longest time that updates are gathered for while there is much to send")
        @WithDefault("50ms")
        Duration flushWindow();

        @Meaning("Most bytes of a message of a reader on a WebSocket")
        @WithDefault("16KiB")
        ByteSize maxMessage();

        @Meaning("Most messages of a reader on a WebSocket in a minute, pings included")
        @WithDefault("60")
        int maxMessages();

        @Meaning("Longest time until a reader on a WebSocket says what it wants")
        @WithDefault("10s")
        Duration helloTimeout();

        @Meaning("Most subjects remembered for a slow reader; with more it starts anew")
        @WithDefault("2000")
        int maxDue();

        @Meaning("Longest time that a connection may take nothing before it is ended")
        @WithDefault("20s")
        Duration stallTimeout();

        @Meaning("Age at which a stream is ended at the latest, so that load spreads; 0s for never")
        @WithDefault("4h")
        Duration maxAge();

        @Meaning("How late the gateway's threads may be before new streams are refused")
        @WithDefault("3s")
        Duration overloadLag();

        @Meaning("Time over which readers are told goodbye when the gateway stops")
        @WithDefault("5s")
        Duration drain();

        @Meaning("Longest silence on a stream; shorter than what proxies bear")
        @WithDefault("25s")
        Duration heartbeat();

        @Meaning("Shortest time after which a reader whose connection broke comes back")
        @WithDefault("1s")
        Duration retry();

        @Meaning("What is added to that at random, so that readers do not come back all at once")
        @WithDefault("4s")
        Duration retrySpread();
    }
}
