package org.podium.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader with its present connection. A connection that ends is followed by another one, as the protocol wants it:
 * after the time that the server named, else after a second, plus up to as much again. Lives on one event loop.
 */
@SuppressWarnings({
    "FutureReturnValueIgnored", // a channel that cannot be connected or closed tells its listener or its handler
    "ReferenceEquality" // which channel it is, is the question
})
final class Seat {

    private static final long RETRY_MILLIS = 1_000;

    private final Bootstrap bootstrap;
    private final InetSocketAddress address;
    private final @Nullable InetSocketAddress source;
    private final Reader reader;
    private final Connections connections;
    private final Consumer<Seat> firstOpened;
    private @Nullable Channel channel;
    private boolean opened;
    private boolean left;
    private boolean wasLeft;

    /** Makes the handlers of a connection. */
    interface Connections {
        void install(Channel channel, Reader reader, Connection.Outcome outcome);
    }

    /**
     * @param bootstrap of the reader's event loop
     * @param source local address that its connections come from; null lets the system choose
     * @param firstOpened told once, when the first connection is open
     */
    Seat(
            Bootstrap bootstrap,
            InetSocketAddress address,
            @Nullable InetSocketAddress source,
            Reader reader,
            Connections connections,
            Consumer<Seat> firstOpened) {
        this.bootstrap = bootstrap;
        this.address = address;
        this.source = source;
        this.reader = reader;
        this.connections = connections;
        this.firstOpened = firstOpened;
    }

    Reader reader() {
        return reader;
    }

    void connect() {
        if (left) {
            return;
        }
        Bootstrap own = bootstrap.clone().handler(new SeatInitializer(this));
        ChannelFuture connecting = source == null ? own.connect(address) : own.connect(address, source);
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (!done.isSuccess() && connecting.channel() == channel) {
                reader.tally()
                        .incident("not connected: " + done.cause().getClass().getSimpleName());
                connectLater(connecting.channel(), -1);
            }
        });
    }

    void install(Channel connected) {
        connections.install(connected, reader, new Connection.Outcome() {
            @Override
            public void opened() {
                if (!opened) {
                    opened = true;
                    firstOpened.accept(Seat.this);
                }
            }

            @Override
            public void ended(int retryAfterSeconds) {
                if (!left && connected == channel) {
                    wasLeft = true;
                    reader.tally().incident("ended by the server");
                    connectLater(connected, retryAfterSeconds);
                }
            }
        });
    }

    private void connectLater(Channel ended, int retryAfterSeconds) {
        long pause = retryAfterSeconds < 0 ? RETRY_MILLIS : TimeUnit.SECONDS.toMillis(retryAfterSeconds);
        long spread = ThreadLocalRandom.current().nextLong(Math.max(1, pause));
        ended.eventLoop().schedule(this::connect, pause + spread, TimeUnit.MILLISECONDS);
    }

    /** Reads, of a reader that has read nothing. */
    void readOn() {
        if (channel != null) {
            channel.config().setAutoRead(true);
        }
    }

    /** True when the server has ended a connection of the reader's. */
    boolean wasLeft() {
        return wasLeft;
    }

    /** Cuts the connection, and comes back at once. */
    void cut() {
        Channel present = channel;
        channel = null;
        if (present != null) {
            present.close();
        }
        connect();
    }

    /** Cuts the connection for good. */
    void leave() {
        left = true;
        if (channel != null) {
            channel.close();
        }
    }
}
