package org.podium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxiesTest {

    private final Proxies proxies = Proxies.of("10.0.0.0/8, 192.0.2.7,2001:db8::/32");

    private String client(String peer, String... forwarded) {
        return proxies.client(InetAddress.ofLiteral(peer), List.of(forwarded)).text();
    }

    @Test
    void believesNobodyElse() {
        assertThat(client("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
    }

    @Test
    void takesTheLastAddressThatIsNoProxys() {
        assertThat(client("10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("10.1.2.3", "1.1.1.1, 203.0.113.9", "192.0.2.7, 10.9.9.9"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void takesTheProxyItselfWhenItSaysNothingOrNonsense() {
        assertThat(client("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(client("192.0.2.7", "unknown")).isEqualTo("192.0.2.7");
        assertThat(client("192.0.2.7", "")).isEqualTo("192.0.2.7");
    }

    @Test
    void countsAnIpv6SubscriberAsOne() {
        assertThat(client("2001:db9::1")).isEqualTo(client("2001:db9::ffff:2"));
        assertThat(client("2001:db9::1")).isNotEqualTo(client("2001:db9:0:1::1"));
        assertThat(client("2001:db8::1", "2001:db9:1:2:3:4:5:6")).isEqualTo("2001:db9:1:2:0:0:0:0/64");
    }

    @Test
    void countsAnIpv4AddressInIpv6AsWhatItIs() {
        assertThat(client("10.0.0.1", "::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1"})
    void refusesWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> Proxies.of(network)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAddressesAsItPrintsThem() {
        for (String text : List.of("192.0.2.7", "2001:db9:1:2:0:0:0:0/64")) {
            assertThat(Address.parse(text))
                    .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo(text));
        }
        assertThat(Address.parse("nonsense")).isEmpty();
    }
}
