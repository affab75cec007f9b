package org.podium.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts what addresses and tokens do, refuses what is too much, and blocks who goes on with it. What it keeps is
 * bounded whatever comes: parties that were counted for longest ago are forgotten first, and what is open is as much as
 * there are connections. Any thread.
 */
public final class Gate {

    /** After a minute of rest every allowance is whole again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Limits limits;
    private final Proxies proxies;
    private final Observer observer;
    private final LongSupplier nanos;
    private final Blocks blocks;
    private final Cache<Party, Counted> counted;
    private final Map<Party, Integer> open = new ConcurrentHashMap<>();
    /**
     * Streams of addresses, which are not as many as their connections: one may carry many, and a proxy's are not
     * theirs.
     */
    private final Map<Party, Integer> streams = new ConcurrentHashMap<>();

    private final AtomicInteger connections = new AtomicInteger();

    /** Who counts and logs what is refused. */
    public interface Observer {

        /** Somebody was turned away. */
        void refused(Refusal refusal);

        /** Somebody is blocked from now on. */
        void blocked(Blocks.Block block);
    }

    /** Somebody is turned away, and may come back after so long. */
    public record Refused(Refusal refusal, Duration after) {}

    /** What one party has used. */
    private record Counted(Allowance requests, Allowance handshakes, Allowance refusals) {}

    /** @param nanos for durations */
    public Gate(Limits limits, Proxies proxies, Observer observer, Clock clock, LongSupplier nanos) {
        this.limits = limits;
        this.proxies = proxies;
        this.observer = observer;
        this.nanos = nanos;
        this.blocks = new Blocks(clock, limits.tracked());
        this.counted = Caffeine.newBuilder()
                .maximumSize(limits.tracked())
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    public Blocks blocks() {
        return blocks;
    }

    /** Proxies that speak for their clients. */
    public Proxies proxies() {
        return proxies;
    }

    /** Open connections. */
    public int connections() {
        return connections.get();
    }

    /** A connection that was accepted; when it is not refused, {@link #disconnected} has to follow. */
    public Optional<Refused> connected(InetAddress peer) {
        boolean proxy = proxies.has(peer);
        Party party = Party.of(Address.of(peer));
        Optional<Duration> blocked = proxy ? Optional.empty() : blocks.left(party);
        if (blocked.isPresent()) {
            return Optional.of(refuse(Refusal.ADDRESS_BLOCKED, blocked.get()));
        }
        if (limits.connections() > 0 && connections.get() >= limits.connections()) {
            return Optional.of(refuse(Refusal.CONNECTIONS, MINUTE));
        }
        if (!proxy && !opened(open, party, limits.address().open())) {
            return Optional.of(refuse(Refusal.ADDRESS_CONNECTIONS, party));
        }
        connections.incrementAndGet();
        return Optional.empty();
    }

    /** A connection has ended that was not refused. */
    public void disconnected(InetAddress peer) {
        connections.decrementAndGet();
        if (!proxies.has(peer)) {
            closed(open, Party.of(Address.of(peer)), limits.address().open());
        }
    }

    /** The head of a request did not come in time. */
    public void tooSlow(InetAddress peer) {
        if (proxies.has(peer)) {
            observer.refused(Refusal.SLOW_HEAD);
        } else {
            refuse(Refusal.SLOW_HEAD, Party.of(Address.of(peer)));
        }
    }

    /** A request from the address. */
    public Optional<Refused> request(Address address) {
        return request(Party.of(address), limits.address(), Refusal.ADDRESS_BLOCKED, Refusal.ADDRESS_REQUESTS);
    }

    /** A request with a token of the holder. */
    public Optional<Refused> request(String holder) {
        return request(Party.ofHolder(holder), limits.token(), Refusal.TOKEN_BLOCKED, Refusal.TOKEN_REQUESTS);
    }

    private Optional<Refused> request(Party party, Limits.Each each, Refusal whenBlocked, Refusal whenTooMany) {
        Optional<Duration> blocked = blocks.left(party);
        if (blocked.isPresent()) {
            return Optional.of(refuse(whenBlocked, blocked.get()));
        }
        if (each.requests() > 0 && !counted(party).requests().take(each.requests(), nanos.getAsLong())) {
            return Optional.of(refuse(whenTooMany, party));
        }
        return Optional.empty();
    }

    /** A stream is to be opened; when it is not refused, {@link #left} has to follow. */
    public Optional<Refused> handshake(Caller caller) {
        Party address = Party.of(caller.address());
        if (isTooMany(address, limits.address())) {
            return Optional.of(refuse(Refusal.ADDRESS_HANDSHAKES, address));
        }
        if (!opened(streams, address, limits.address().open())) {
            return Optional.of(refuse(Refusal.ADDRESS_STREAMS, address));
        }
        Optional<Refused> refused = caller.holder().flatMap(this::handshake);
        if (refused.isPresent()) {
            closed(streams, address, limits.address().open());
        }
        return refused;
    }

    private Optional<Refused> handshake(String name) {
        Party holder = Party.ofHolder(name);
        if (isTooMany(holder, limits.token())) {
            return Optional.of(refuse(Refusal.TOKEN_HANDSHAKES, holder));
        }
        return opened(open, holder, limits.token().open())
                ? Optional.empty()
                : Optional.of(refuse(Refusal.TOKEN_STREAMS, holder));
    }

    private boolean isTooMany(Party party, Limits.Each each) {
        return each.handshakes() > 0 && !counted(party).handshakes().take(each.handshakes(), nanos.getAsLong());
    }

    /** A stream has ended that was not refused. */
    public void left(Caller caller) {
        closed(streams, Party.of(caller.address()), limits.address().open());
        caller.holder()
                .ifPresent(holder ->
                        closed(open, Party.ofHolder(holder), limits.token().open()));
    }

    /** Addresses that have streams which are counted. */
    int addressesWithStreams() {
        return streams.size();
    }

    /** True when the caller has been blocked since it was let in. */
    public boolean isBlocked(Caller caller) {
        return blocks.left(Party.of(caller.address())).isPresent()
                || caller.holder().map(Party::ofHolder).flatMap(blocks::left).isPresent();
    }

    /** Counts what was refused for another reason. */
    public void refused(Refusal refusal, Address address) {
        refuse(refusal, Party.of(address));
    }

    private static boolean opened(Map<Party, Integer> open, Party party, int most) {
        if (most == 0) {
            return true;
        }
        int[] after = new int[1];
        open.compute(party, (same, before) -> {
            int now = before == null ? 0 : before;
            after[0] = now + 1;
            return Math.min(now + 1, most);
        });
        return after[0] <= most;
    }

    private static void closed(Map<Party, Integer> open, Party party, int most) {
        if (most > 0) {
            open.computeIfPresent(party, (same, before) -> before == 1 ? null : before - 1);
        }
    }

    private Counted counted(Party party) {
        return counted.get(party, fresh -> {
            long now = nanos.getAsLong();
            return new Counted(new Allowance(now), new Allowance(now), new Allowance(now));
        });
    }

    private Refused refuse(Refusal refusal, Duration after) {
        observer.refused(refusal);
        return new Refused(refusal, after);
    }

    /** Refuses, and blocks who has been refused too often. */
    private Refused refuse(Refusal refusal, Party party) {
        if (refusal.isOffence()
                && limits.refusals() > 0
                && !counted(party).refusals().take(limits.refusals(), nanos.getAsLong())
                && blocks.left(party).isEmpty()) {
            observer.blocked(blocks.put(party, Optional.of(refusal), limits.block()));
            return refuse(refusal, limits.block());
        }
        return refuse(refusal, MINUTE.dividedBy(6));
    }
}
