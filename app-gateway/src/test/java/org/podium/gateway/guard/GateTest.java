package org.podium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class GateTest {

    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final Duration BLOCK = Duration.ofMinutes(5);

    private final AtomicLong nanos = new AtomicLong();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Blocks.Block> blocked = new ArrayList<>();

    private Gate gate(int connections, Limits.Each address, Limits.Each token, int refusals) {
        return gate(connections, address, token, refusals, Proxies.NONE);
    }

    private Gate gate(int connections, Limits.Each address, Limits.Each token, int refusals, Proxies proxies) {
        Gate.Observer observer = new Gate.Observer() {
            @Override
            public void refused(Refusal refusal) {
                refused.add(refusal);
            }

            @Override
            public void blocked(Blocks.Block block) {
                blocked.add(block);
            }
        };
        return new Gate(
                new Limits(connections, address, token, refusals, BLOCK, 1_000),
                proxies,
                observer,
                Clock.systemUTC(),
                nanos::get);
    }

    private static Optional<Refusal> reason(Optional<Gate.Refused> answer) {
        return answer.map(Gate.Refused::refusal);
    }

    private static Caller caller(InetAddress address, String holder) {
        return new Caller(Address.of(address), Optional.of(holder), Right.APP.all(), Instant.MAX);
    }

    @Test
    void refusesConnectionsOfAllAndOfAnAddressUntilSomeHaveEnded() {
        Gate gate = gate(3, new Limits.Each(2, 0, 0), Limits.Each.NONE, 0);

        assertThat(gate.connected(ONE)).isEmpty();
        assertThat(gate.connected(ONE)).isEmpty();
        assertThat(reason(gate.connected(ONE))).contains(Refusal.ADDRESS_CONNECTIONS);
        assertThat(gate.connected(OTHER)).isEmpty();
        assertThat(reason(gate.connected(OTHER))).contains(Refusal.CONNECTIONS);
        gate.disconnected(ONE);
        assertThat(gate.connected(ONE)).isEmpty();
        assertThat(gate.connections()).isEqualTo(3);
    }

    @Test
    void doesNotCountTheConnectionsOfAProxyAsOnesOfAnAddress() {
        Gate gate = gate(0, new Limits.Each(1, 0, 0), Limits.Each.NONE, 0, Proxies.of("192.0.2.1"));

        assertThat(gate.connected(ONE)).isEmpty();
        assertThat(gate.connected(ONE)).isEmpty();
    }

    @Test
    void givesBackRequestsAsTimeGoesOn() {
        Gate gate = gate(0, new Limits.Each(0, 60, 0), Limits.Each.NONE, 0);
        Address address = Address.of(ONE);
        for (int i = 0; i < 60; i++) {
            assertThat(gate.request(address)).isEmpty();
        }

        assertThat(reason(gate.request(address))).contains(Refusal.ADDRESS_REQUESTS);
        assertThat(gate.request(Address.of(OTHER))).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(gate.request(address)).isEmpty();
        assertThat(reason(gate.request(address))).contains(Refusal.ADDRESS_REQUESTS);
    }

    @Test
    void limitsStreamsOfATokenWhereverTheyComeFrom() {
        Gate gate = gate(0, Limits.Each.NONE, new Limits.Each(2, 0, 3), 0);

        assertThat(gate.handshake(caller(ONE, "app"))).isEmpty();
        assertThat(gate.handshake(caller(OTHER, "app"))).isEmpty();
        assertThat(reason(gate.handshake(caller(OTHER, "app")))).contains(Refusal.TOKEN_STREAMS);
        assertThat(gate.handshake(caller(OTHER, "other app"))).isEmpty();
        gate.left(caller(ONE, "app"));
        assertThat(reason(gate.handshake(caller(ONE, "app")))).contains(Refusal.TOKEN_HANDSHAKES);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(gate.handshake(caller(ONE, "app"))).isEmpty();
    }

    @Test
    void limitsStreamsOfAnAddressBehindAProxyAndForgetsWhoHasNone() {
        Gate gate = gate(0, new Limits.Each(2, 0, 0), Limits.Each.NONE, 0, Proxies.of("198.51.100.1"));
        Caller one = Caller.anonymous(Address.of(ONE), Right.APP.all());
        Caller other = Caller.anonymous(Address.of(OTHER), Right.APP.all());

        assertThat(gate.handshake(one)).isEmpty();
        assertThat(gate.handshake(one)).isEmpty();
        assertThat(reason(gate.handshake(one))).contains(Refusal.ADDRESS_STREAMS);
        assertThat(gate.handshake(other)).isEmpty();
        gate.left(one);
        assertThat(gate.handshake(one)).isEmpty();
        gate.left(one);
        gate.left(one);
        gate.left(other);
        assertThat(gate.addressesWithStreams()).isZero();
    }

    @Test
    void doesNotCountForAnAddressWhatATokenMayNotOpen() {
        Gate gate = gate(0, new Limits.Each(2, 0, 0), new Limits.Each(1, 0, 0), 0);

        assertThat(gate.handshake(caller(ONE, "app"))).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(reason(gate.handshake(caller(ONE, "app")))).contains(Refusal.TOKEN_STREAMS);
        }
        assertThat(gate.handshake(caller(ONE, "other app"))).isEmpty();
        gate.left(caller(ONE, "app"));
        gate.left(caller(ONE, "other app"));
        assertThat(gate.addressesWithStreams()).isZero();
    }

    @Test
    void blocksWhoGoesOnAfterBeingRefused() {
        Gate gate = gate(0, new Limits.Each(0, 1, 0), Limits.Each.NONE, 2);
        Address address = Address.of(ONE);
        for (int i = 0; i < 3; i++) {
            assertThat(gate.request(address).isPresent()).isEqualTo(i > 0);
        }
        assertThat(blocked).isEmpty();

        Gate.Refused answer = gate.request(address).orElseThrow();

        assertThat(answer.after()).isEqualTo(BLOCK);
        assertThat(blocked).singleElement().satisfies(block -> {
            assertThat(block.party()).isEqualTo(new Party(Party.Kind.ADDRESS, "192.0.2.1"));
            assertThat(block.reason()).contains(Refusal.ADDRESS_REQUESTS);
        });
        assertThat(reason(gate.connected(ONE))).contains(Refusal.ADDRESS_BLOCKED);
        assertThat(gate.connected(OTHER)).isEmpty();
        assertThat(gate.isBlocked(caller(ONE, "app"))).isTrue();
        assertThat(gate.blocks().lift(blocked.getFirst().party())).isTrue();
        assertThat(gate.connected(ONE)).isEmpty();
    }

    @Test
    void blocksNobodyForWhatIsNoOffence() {
        Gate gate = gate(0, Limits.Each.NONE, Limits.Each.NONE, 1);
        for (int i = 0; i < 10; i++) {
            gate.refused(Refusal.TOKEN_EXPIRED, Address.of(ONE));
            gate.refused(Refusal.TOKEN_MISSING, Address.of(ONE));
            gate.refused(Refusal.KEYS_UNAVAILABLE, Address.of(ONE));
        }

        assertThat(blocked).isEmpty();
        assertThat(refused).hasSize(30);
    }

    @Test
    void isBoundedWhateverComes() {
        Gate gate = gate(0, new Limits.Each(0, 1, 0), Limits.Each.NONE, 1);
        for (int i = 0; i < 100_000; i++) {
            Address address = new Address("address-" + i);
            for (int request = 0; request < 3; request++) {
                gate.request(address);
            }
        }

        assertThat(gate.blocks().all()).hasSizeLessThanOrEqualTo(2_000);
    }
}
