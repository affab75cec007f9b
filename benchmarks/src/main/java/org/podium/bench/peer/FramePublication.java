package org.podium.bench.peer;

import org.podium.bench.feed.Publication;

/** Publishes over one connection what the gateway would make of the same results. */
final class FramePublication implements Publication {

    private final LineConnection connection;
    private final Envelope envelope;
    private final String end;

    /** What stands before a frame. */
    @FunctionalInterface
    interface Envelope {
        byte[] before(int unit, int length);
    }

    /** @param end what stands after each frame */
    FramePublication(LineConnection connection, Envelope envelope, String end) {
        this.connection = connection;
        this.envelope = envelope;
        this.end = end;
    }

    @Override
    public void publish(int unit, long version, long intendedMillis) {
        byte[] frame = Frames.of(unit, version, intendedMillis);
        connection.send(envelope.before(unit, frame.length), frame, end);
    }

    @Override
    public void close() {
        connection.close();
    }
}
