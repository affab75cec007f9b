package org.podium.bench.table;

import java.util.List;
import org.podium.bench.peer.Peer.Protocol;
import org.podium.bench.peer.PeerKind;

/** Something that is measured, a group of rows of the table. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and lists made with List.of
enum Scenario {
    FAN_OUT(
            Shape.STREAM,
            "7 CPU s a million deliveries or less and under half of Nchan's; p50 under 50 ms, p99 under 120 ms",
            new Volume(10_000, 1, 5, 0),
            new Volume(2_000, 1, 20, 0),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.PLAIN, Protocol.SSE),
                    new Contestant(PeerKind.BARE, Protocol.SSE),
                    new Contestant(PeerKind.NCHAN, Protocol.SSE),
                    new Contestant(PeerKind.NATS, Protocol.WEBSOCKET))),
    OFFERED_100K(
            Shape.STREAM,
            "p99 of the newest version under 500 ms, nobody behind at the end",
            new Volume(10_000, 1, 10, 0),
            new Volume(2_000, 1, 50, 0),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.NCHAN, Protocol.SSE),
                    new Contestant(PeerKind.PODIUM, Protocol.WEBSOCKET),
                    new Contestant(PeerKind.NCHAN, Protocol.WEBSOCKET),
                    new Contestant(PeerKind.NATS, Protocol.WEBSOCKET))),
    MANY_UNITS(
            Shape.STREAM,
            "p99 of the newest version of every unit under 500 ms, nobody behind at the end",
            new Volume(2_000, 20, 10, 0),
            new Volume(500, 20, 10, 0),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.PODIUM, Protocol.WEBSOCKET))),
    /** Four times as long: what never reads is noticed when more has come than the kernel takes, and cut later. */
    STALLED(
            Shape.LONG_STREAM,
            "p99 of the others within 1.2 times that without the stalled; memory bounded",
            new Volume(9_000, 1, 5, 1_000),
            new Volume(1_800, 1, 20, 200),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.PODIUM, Protocol.SSE, Way.NOBODY_STALLED),
                    new Contestant(PeerKind.NCHAN, Protocol.SSE))),
    OWN_FILTERS(
            Shape.STREAM,
            "p99 of the newest version under 500 ms though no two readers follow the same, nobody behind at the end",
            new Volume(10_000, 1, 5, 0),
            new Volume(2_000, 1, 20, 0),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE, Way.OWN_FILTERS),
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.PODIUM, Protocol.WEBSOCKET, Way.OWN_FILTERS))),
    STORM(
            Shape.STORM,
            "all caught up within 5 s, CPU back to normal",
            new Volume(10_000, 1, 5, 0),
            new Volume(2_000, 1, 5, 0),
            List.of(new Contestant(PeerKind.PODIUM, Protocol.SSE), new Contestant(PeerKind.NCHAN, Protocol.SSE))),
    IDLE(
            Shape.IDLE,
            "9 KiB or less a connection",
            new Volume(19_000, 1, 0, 0),
            new Volume(4_000, 1, 0, 0),
            List.of(
                    new Contestant(PeerKind.PODIUM, Protocol.SSE),
                    new Contestant(PeerKind.NCHAN, Protocol.SSE),
                    new Contestant(PeerKind.NATS, Protocol.WEBSOCKET))),
    COLD_START(
            Shape.COLD_START,
            "ready in 5 s",
            new Volume(0, 5_000, 0, 0),
            new Volume(0, 5_000, 0, 0),
            List.of(new Contestant(PeerKind.PODIUM, Protocol.SSE)));

    /** How it goes. */
    enum Shape {
        STREAM(1),
        LONG_STREAM(4),
        STORM(1),
        IDLE(0),
        COLD_START(0);

        private final int lengths;

        Shape(int lengths) {
            this.lengths = lengths;
        }

        /** How many times as long as a turn is what is published. */
        int lengths() {
            return lengths;
        }

        /** True when readers read without a break what is published. */
        boolean streams() {
            return this == STREAM || this == LONG_STREAM;
        }
    }

    /**
     * How much of it.
     *
     * @param perSecond versions of each unit a second
     */
    record Volume(int readers, int units, double perSecond, int stalled) {

        double offeredPerSecond() {
            return readers * units * perSecond;
        }
    }

    /** Who is measured, and how its readers are connected. */
    record Contestant(PeerKind peer, Protocol protocol, Way way) {

        Contestant(PeerKind peer, Protocol protocol) {
            this(peer, protocol, Way.AS_ALL);
        }
    }

    /** What is different about a contestant's readers. */
    enum Way {
        AS_ALL(""),
        NOBODY_STALLED(" without the stalled"),
        OWN_FILTERS(" with filters of each reader's own");

        private final String suffix;

        Way(String suffix) {
            this.suffix = suffix;
        }

        /** What it adds to the server's name. */
        String suffix() {
            return suffix;
        }
    }

    private final Shape shape;
    private final String toReach;
    private final Volume whole;
    private final Volume small;
    private final List<Contestant> contestants;

    Scenario(Shape shape, String toReach, Volume whole, Volume small, List<Contestant> contestants) {
        this.shape = shape;
        this.toReach = toReach;
        this.whole = whole;
        this.small = small;
        this.contestants = contestants;
    }

    Shape shape() {
        return shape;
    }

    /** What the gateway is to reach with the whole load, in words. */
    String toReach() {
        return toReach;
    }

    Volume load(boolean quick) {
        return quick ? small : whole;
    }

    List<Contestant> contestants() {
        return contestants;
    }
}
