package org.podium.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.podium.gateway.guard.Anonymous;
import org.podium.gateway.guard.Proxies;
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

        @Meaning("How long cluster and registry may take at the start to tell of topics and schemas")
        @WithDefault("30s")
        Duration startTimeout();

        @Meaning(
                "How long a consumer waits for one answer of a broker before it turns to its successor; results that a broker led which hangs are seen after that")
        @WithDefault("600ms")
        Duration consumerRequestTimeout();

        @Meaning("Address that REST, streams and the live page listen on")
        @WithDefault("0.0.0.0")
        String host();

        @Meaning("Port of REST, streams and the live page; 0 lets the system choose")
        @WithDefault("8080")
        Port port();

        @Meaning("Threads that serve; each has its share of the streams (default: one for each processor)")
        Optional<Integer> eventLoops();

        @Meaning("How event loops talk to the kernel: auto, io-uring, epoll or nio; what does not work here falls back")
        @WithDefault("auto")
        Transport transport();

        @Meaning("Most bytes of a request's headers, and of its first line")
        @WithDefault("16KiB")
        ByteSize maxHeaders();

        Window window();

        Streams streams();

        Tokens tokens();

        Limits limits();

        Tls tls();
    }

    /** Who is let in: {@code podium.gateway.tokens.*}. */
    interface Tokens {

        @Meaning(
                "What may be done without a token: nothing, app (streams of the newest only) or media (all but blocks)")
        @WithDefault("media")
        Anonymous anonymous();

        @Meaning(
                "Public keys of who issues tokens, as a JWK set: a file, or a URL with https; without, no token is looked at")
        Optional<String> keys();

        @Meaning("Who issues tokens: their iss; has to be set with keys")
        Optional<String> issuer();

        @Meaning("Whom tokens are for: one of their aud; has to be set with keys")
        Optional<String> audience();

        @Meaning("How far the issuer's clock may be from this one's")
        @WithDefault("30s")
        Duration leeway();

        @Meaning("How often the keys are read; a key that is not known is looked for at once")
        @WithDefault("5m")
        Duration refresh();

        @Meaning("Longest time until a URL of keys answers")
        @WithDefault("5s")
        Duration timeout();
    }

    /** What one may ask for, on this gateway: {@code podium.gateway.limits.*}. */
    interface Limits {

        @Meaning("Most connections at a time, streams included; others are closed at once; 0 for no limit")
        @WithDefault("25000")
        int connections();

        @Meaning(
                "Longest time from a connection's beginning, or a request's first byte, to the end of the request's head")
        @WithDefault("10s")
        Duration head();

        @Meaning(
                "Most connections of an address at a time, and most streams of it, behind a load balancer too; 0 for no limit")
        @WithDefault("0")
        int addressConnections();

        @Meaning("Most requests of an address in a minute; 0 for no limit")
        @WithDefault("0")
        int addressRequests();

        @Meaning("Most streams that an address opens in a minute; 0 for no limit")
        @WithDefault("0")
        int addressHandshakes();

        @Meaning("Most streams of a token at a time, counted by its sub; 0 for no limit")
        @WithDefault("0")
        int tokenStreams();

        @Meaning("Most requests with a token in a minute; 0 for no limit")
        @WithDefault("0")
        int tokenRequests();

        @Meaning("Most streams that are opened with a token in a minute; 0 for no limit")
        @WithDefault("0")
        int tokenHandshakes();

        @Meaning("Refusals in a minute after which an address or a token is blocked; 0 for never")
        @WithDefault("0")
        int refusals();

        @Meaning("How long an address or a token is blocked")
        @WithDefault("5m")
        Duration block();

        @Meaning("Most addresses and tokens that are counted for, and blocked, at a time")
        @WithDefault("100000")
        int tracked();

        @Meaning(
                "Load balancers whose X-Forwarded-For is believed: addresses or networks such as 10.0.0.0/8, with commas between")
        Optional<Proxies> proxies();
    }

    /** TLS of the port: {@code podium.gateway.tls.*}. */
    interface Tls {

        @Meaning("Certificate and its chain in PEM; with it, the port speaks TLS alone; read again when it is replaced")
        Optional<Path> certificate();

        @Meaning("The certificate's key in PEM, PKCS #8")
        Optional<Path> key();

        @Meaning("How often it is looked whether the certificate was replaced")
        @WithDefault("10s")
        Duration check();
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
        @WithDefault("300ms")
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
