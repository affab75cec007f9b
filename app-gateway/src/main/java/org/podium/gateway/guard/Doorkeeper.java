package org.podium.gateway.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who is let in, request by request: blocks and limits first, then the token. */
public final class Doorkeeper {

    private static final Duration KEYS_SOON = Duration.ofSeconds(2);

    private final Gate gate;
    private final @Nullable Tokens tokens;
    private final Anonymous anonymous;

    /** An answer. */
    public sealed interface Answer {}

    /** Let in. */
    public record Let(Caller caller) implements Answer {}

    /**
     * Turned away.
     *
     * @param sentence what to do
     * @param after when to come back; zero when that alone does not help
     */
    public record Away(Refusal refusal, String sentence, Duration after) implements Answer {}

    /** @param tokens null when no tokens are taken */
    public Doorkeeper(Gate gate, @Nullable Tokens tokens, Anonymous anonymous) {
        this.gate = gate;
        this.tokens = tokens;
        this.anonymous = anonymous;
    }

    public Gate gate() {
        return gate;
    }

    /** True when everybody may read, so that caches may hand on what they have to anybody. */
    public boolean isPublic() {
        return anonymous != Anonymous.NOTHING;
    }

    /** Address that a request comes from. */
    public Address address(InetAddress peer, List<String> forwarded) {
        return gate.proxies().client(peer, forwarded);
    }

    /** A request to anything, by its address. */
    public Optional<Away> arrived(Address address) {
        return gate.request(address)
                .map(refused -> away(
                        refused,
                        refused.refusal() == Refusal.ADDRESS_BLOCKED
                                ? "this address is blocked for a while; wait as long as Retry-After says"
                                : "this address asks more often than it may; ask less often"));
    }

    /** A request to what rights are needed for. */
    public Answer identify(Address address, Optional<String> token) {
        if (token.isEmpty()) {
            return new Let(Caller.anonymous(address, anonymous.rights()));
        }
        if (tokens == null) {
            // A token of another world; who needs none is not turned away for having one.
            return new Let(Caller.anonymous(address, anonymous.rights()));
        }
        return switch (tokens.check(token.get())) {
            case Tokens.Good good ->
                gate.request(good.holder())
                        .<Answer>map(refused -> away(
                                refused,
                                refused.refusal() == Refusal.TOKEN_BLOCKED
                                        ? "this token is blocked for a while; wait as long as Retry-After says"
                                        : "this token is used more often than it may be; ask less often"))
                        .orElseGet(() ->
                                new Let(new Caller(address, Optional.of(good.holder()), good.rights(), good.until())));
            case Tokens.Bad(Refusal refusal, String sentence) -> {
                gate.refused(refusal, address);
                yield new Away(refusal, sentence, refusal == Refusal.KEYS_UNAVAILABLE ? KEYS_SOON : Duration.ZERO);
            }
        };
    }

    /** Refuses who does not have the right. */
    public Optional<Away> require(Caller caller, Right right) {
        if (caller.may(right)) {
            return Optional.empty();
        }
        boolean nameless = caller.holder().isEmpty() && tokens != null;
        Refusal refusal = nameless ? Refusal.TOKEN_MISSING : Refusal.FORBIDDEN;
        gate.refused(refusal, caller.address());
        return Optional.of(new Away(
                refusal,
                nameless
                        ? "send a token with the scope %s: Authorization: Bearer TOKEN".formatted(right.word())
                        : "this needs the scope %s; get a token that has it".formatted(right.word()),
                Duration.ZERO));
    }

    /** A stream is to be opened; when it is not refused, {@link Gate#left} has to follow. */
    public Optional<Away> handshake(Caller caller) {
        return gate.handshake(caller)
                .map(refused -> away(
                        refused,
                        switch (refused.refusal()) {
                            case ADDRESS_STREAMS -> "this address has as many streams as it may; end one first";
                            case TOKEN_STREAMS -> "this token has as many streams as it may; end one first";
                            case TOKEN_HANDSHAKES ->
                                "this token opens streams more often than it may; keep a stream open";
                            default -> "this address opens streams more often than it may; keep a stream open";
                        }));
    }

    private static Away away(Gate.Refused refused, String sentence) {
        return new Away(refused.refusal(), sentence, refused.after());
    }

    /** When the caller's time is over, or it has been blocked. */
    public Optional<Refusal> over(Caller caller, Clock clock) {
        if (!caller.until().isAfter(clock.instant())) {
            return Optional.of(Refusal.TOKEN_EXPIRED);
        }
        return gate.isBlocked(caller) ? Optional.of(Refusal.TOKEN_BLOCKED) : Optional.empty();
    }
}
