package org.podium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.podium.operations.config.InvalidConfigurationException;

final class GatewaySettingsTest {

    /** Operators have these keys in their files: a change of one is a change for them. */
    @Test
    void keepsItsKeysAndDefaults() {
        Map<String, String> own = new TreeMap<>();
        Configuration.load(GatewaySettings.class, new ConfigurationOptions(), Map.of(), GatewayRules::broken)
                .values()
                .forEach((key, value) -> {
                    if (key.startsWith("podium.gateway.")) {
                        own.put(key, value);
                    }
                });

        assertThat(own)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("podium.gateway.consumer-request-timeout", "600ms"),
                        Map.entry("podium.gateway.feed", "production"),
                        Map.entry("podium.gateway.host", "0.0.0.0"),
                        Map.entry("podium.gateway.limits.address-connections", "0"),
                        Map.entry("podium.gateway.limits.address-handshakes", "0"),
                        Map.entry("podium.gateway.limits.address-requests", "0"),
                        Map.entry("podium.gateway.limits.block", "5m"),
                        Map.entry("podium.gateway.limits.connections", "25000"),
                        Map.entry("podium.gateway.limits.head", "10s"),
                        Map.entry("podium.gateway.limits.refusals", "0"),
                        Map.entry("podium.gateway.limits.token-handshakes", "0"),
                        Map.entry("podium.gateway.limits.token-requests", "0"),
                        Map.entry("podium.gateway.limits.token-streams", "0"),
                        Map.entry("podium.gateway.limits.tracked", "100000"),
                        Map.entry("podium.gateway.max-headers", "16KiB"),
                        Map.entry("podium.gateway.port", "8080"),
                        Map.entry("podium.gateway.start-timeout", "30s"),
                        Map.entry("podium.gateway.streams.buffer", "64KiB"),
                        Map.entry("podium.gateway.streams.drain", "5s"),
                        Map.entry("podium.gateway.streams.max-age", "4h"),
                        Map.entry("podium.gateway.streams.overload-lag", "3s"),
                        Map.entry("podium.gateway.streams.flush-window", "300ms"),
                        Map.entry("podium.gateway.streams.heartbeat", "25s"),
                        Map.entry("podium.gateway.streams.hello-timeout", "10s"),
                        Map.entry("podium.gateway.streams.max-message", "16KiB"),
                        Map.entry("podium.gateway.streams.max-messages", "60"),
                        Map.entry("podium.gateway.streams.max-due", "2000"),
                        Map.entry("podium.gateway.streams.max-filters", "64"),
                        Map.entry("podium.gateway.streams.max-open", "20000"),
                        Map.entry("podium.gateway.streams.retry", "1s"),
                        Map.entry("podium.gateway.streams.retry-spread", "4s"),
                        Map.entry("podium.gateway.streams.stall-timeout", "20s"),
                        Map.entry("podium.gateway.tls.check", "10s"),
                        Map.entry("podium.gateway.tokens.anonymous", "media"),
                        Map.entry("podium.gateway.tokens.leeway", "30s"),
                        Map.entry("podium.gateway.tokens.refresh", "5m"),
                        Map.entry("podium.gateway.tokens.timeout", "5s"),
                        Map.entry("podium.gateway.transport", "auto"),
                        Map.entry("podium.gateway.window.bytes", "256MiB"),
                        Map.entry("podium.gateway.window.updates", "50000")));
    }

    @Test
    void reportsAllValuesThatCannotWorkTogether() {
        Map<String, String> environment = Map.of(
                "PODIUM_GATEWAY_EVENT_LOOPS", "0",
                "PODIUM_GATEWAY_STREAMS_HEARTBEAT", "0s",
                "PODIUM_GATEWAY_FEED", "unknown");

        assertThatThrownBy(() -> Configuration.load(
                        GatewaySettings.class, new ConfigurationOptions(), environment, GatewayRules::broken))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("podium.gateway.event-loops")
                .hasMessageContaining("podium.gateway.streams.heartbeat")
                .hasMessageContaining("podium.gateway.feed");
    }

    @Test
    void refusesAGuardThatWouldNotGuard() {
        Map<String, String> environment = Map.of(
                "PODIUM_GATEWAY_TOKENS_KEYS", "http://issuer.example/keys",
                "PODIUM_GATEWAY_LIMITS_REFUSALS", "-1",
                "PODIUM_GATEWAY_TLS_CERTIFICATE", "chain.pem");

        assertThatThrownBy(() -> Configuration.load(
                        GatewaySettings.class, new ConfigurationOptions(), environment, GatewayRules::broken))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("podium.gateway.tokens.issuer")
                .hasMessageContaining("https://")
                .hasMessageContaining("podium.gateway.limits.refusals")
                .hasMessageContaining("podium.gateway.tls.key");
    }

    @Test
    void refusesProxiesThatAreNone() {
        assertThatThrownBy(() -> Configuration.load(
                        GatewaySettings.class,
                        new ConfigurationOptions(),
                        Map.of("PODIUM_GATEWAY_LIMITS_PROXIES", "10.0.0.0/8,balancer")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("podium.gateway.limits.proxies");
    }

    @Test
    void refusesToKeepEverybodyOut() {
        assertThatThrownBy(() -> Configuration.load(
                        GatewaySettings.class,
                        new ConfigurationOptions(),
                        Map.of("PODIUM_GATEWAY_TOKENS_ANONYMOUS", "nothing"),
                        GatewayRules::broken))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("nobody could get in");
    }
}
