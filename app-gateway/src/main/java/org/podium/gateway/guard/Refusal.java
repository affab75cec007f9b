package org.podium.gateway.guard;

/** Why somebody is turned away. */
public enum Refusal {
    /** There are as many connections as there may be. */
    CONNECTIONS,
    /** The address has as many connections as it may. */
    ADDRESS_CONNECTIONS,
    /** A request's head did not come in time. */
    SLOW_HEAD,
    /** The address sends more requests than it may. */
    ADDRESS_REQUESTS,
    /** The address opens more streams than it may. */
    ADDRESS_HANDSHAKES,
    /** The address has as many streams as it may. */
    ADDRESS_STREAMS,
    /** More requests with one token than there may be. */
    TOKEN_REQUESTS,
    /** More streams are opened with one token than there may be. */
    TOKEN_HANDSHAKES,
    /** One token has as many streams as it may. */
    TOKEN_STREAMS,
    /** The address is blocked. */
    ADDRESS_BLOCKED,
    /** The token is blocked. */
    TOKEN_BLOCKED,
    /** A token is needed. */
    TOKEN_MISSING,
    /** The token is none that this gateway takes. */
    TOKEN_INVALID,
    /** The token has expired. */
    TOKEN_EXPIRED,
    /** The keys that the token would be checked with cannot be read now. */
    KEYS_UNAVAILABLE,
    /** The token does not have the right. */
    FORBIDDEN;

    /** True when somebody who goes on like this is blocked. */
    boolean isOffence() {
        return switch (this) {
            case ADDRESS_CONNECTIONS,
                    SLOW_HEAD,
                    ADDRESS_REQUESTS,
                    ADDRESS_HANDSHAKES,
                    ADDRESS_STREAMS,
                    TOKEN_REQUESTS,
                    TOKEN_HANDSHAKES,
                    TOKEN_STREAMS,
                    TOKEN_INVALID -> true;
            case CONNECTIONS,
                    ADDRESS_BLOCKED,
                    TOKEN_BLOCKED,
                    TOKEN_MISSING,
                    TOKEN_EXPIRED,
                    KEYS_UNAVAILABLE,
                    FORBIDDEN -> false;
        };
    }
}
