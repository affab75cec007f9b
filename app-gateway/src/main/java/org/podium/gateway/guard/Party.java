package org.podium.gateway.guard;

/**
 * Who limits and blocks are about.
 *
 * @param name an address as {@link Address} prints it, or the holder of a token
 */
public record Party(Kind kind, String name) {

    /** By what somebody is known. */
    public enum Kind {
        ADDRESS,
        TOKEN
    }

    static Party of(Address address) {
        return new Party(Kind.ADDRESS, address.text());
    }

    static Party ofHolder(String holder) {
        return new Party(Kind.TOKEN, holder);
    }
}
