package org.podium.gateway.guard;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Load balancers whose {@code X-Forwarded-For} is believed. Anybody can send that header, so it counts only as far as
 * it was written by one of these: the last address in it that is none of theirs is the client's.
 */
public final class Proxies {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /** No proxies. */
    public static final Proxies NONE = new Proxies(List.of());

    private final List<IpSubnetFilterRule> rules;

    private Proxies(List<IpSubnetFilterRule> rules) {
        this.rules = rules;
    }

    /**
     * Proxies by address or network, such as {@code 10.0.0.7,10.1.0.0/16}.
     *
     * @throws IllegalArgumentException when one is neither
     */
    public static Proxies of(String networks) {
        return new Proxies(Arrays.stream(networks.split(",", -1))
                .map(String::strip)
                .map(Proxies::rule)
                .toList());
    }

    private static IpSubnetFilterRule rule(String network) {
        int slash = network.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash));
        int most = address.getAddress().length == IPV4_BITS / Byte.SIZE ? IPV4_BITS : IPV6_BITS;
        int bits = slash < 0 ? most : Integer.parseInt(network.substring(slash + 1));
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    /** True when this is the address of a proxy. */
    public boolean has(InetAddress address) {
        InetSocketAddress peer = new InetSocketAddress(address, 0);
        for (IpSubnetFilterRule rule : rules) {
            if (rule.matches(peer)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Who asks.
     *
     * @param peer other end of the connection
     * @param forwarded values of {@code X-Forwarded-For} in their order
     */
    public Address client(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        if (has(peer)) {
            List<String> hops = forwarded.stream()
                    .flatMap(value -> Arrays.stream(value.split(",", -1)))
                    .map(String::strip)
                    .toList();
            for (String hop : hops.reversed()) {
                try {
                    client = InetAddress.ofLiteral(hop);
                } catch (IllegalArgumentException none) {
                    break;
                }
                if (!has(client)) {
                    break;
                }
            }
        }
        return Address.of(client);
    }
}
