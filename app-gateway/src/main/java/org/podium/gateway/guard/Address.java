package org.podium.gateway.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where somebody comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 address, which is
 * what one subscriber of a provider has. Printed as {@code 192.0.2.7} or {@code 2001:db8:0:1:0:0:0:0/64}.
 */
public record Address(String text) {

    private static final int IPV4_BYTES = 4;
    private static final int PREFIX_BYTES = 8;
    private static final String PREFIX = "/64";

    /** The address as limits count it. */
    public static Address of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return new Address(address.getHostAddress());
        }
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        try {
            return new Address(InetAddress.getByAddress(bytes).getHostAddress() + PREFIX);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    /** The address that the text prints, whole or as limits count it; empty when it prints none. */
    public static Optional<Address> parse(String text) {
        String literal = text.endsWith(PREFIX) ? text.substring(0, text.length() - PREFIX.length()) : text;
        try {
            return Optional.of(of(InetAddress.ofLiteral(literal)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
