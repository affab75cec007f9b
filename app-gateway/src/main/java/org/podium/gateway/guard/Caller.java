package org.podium.gateway.guard;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param address where from
 * @param holder whom the token was given to; empty without a token
 * @param rights what may be done
 * @param until when that ends
 */
public record Caller(Address address, Optional<String> holder, Set<Right> rights, Instant until) {

    /** Somebody without a token. */
    public static Caller anonymous(Address address, Set<Right> rights) {
        return new Caller(address, Optional.empty(), rights, Instant.MAX);
    }

    /** True when it may do this. */
    public boolean may(Right right) {
        return rights.contains(right);
    }
}
