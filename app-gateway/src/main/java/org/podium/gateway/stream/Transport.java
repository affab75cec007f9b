package org.podium.gateway.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How event loops talk to the kernel. */
public enum Transport {
    /** The best that works here: io_uring, else epoll, else NIO. */
    AUTO,
    /**
     * Linux's io_uring: writes of many connections are handed to the kernel together. Container runtimes often forbid
     * it.
     */
    IO_URING,
    /** Linux's epoll. */
    EPOLL,
    /** The JDK's own, anywhere. */
    NIO;

    /** The most that the kernel allows; an entry takes 16 bytes. */
    private static final int MOST_COMPLETIONS = 65_536;

    /**
     * How many pieces of gathered writes a loop takes before it hands them to the kernel. Of more than the kernel takes
     * in one write (IOV_MAX) Netty 4.2.18 fills no more in, and writes nothing for the connections that follow, over
     * and over.
     */
    private static final String GATHERED = "io.netty.iouring.numElementsIoVec";

    private static final String IOV_MAX = "1024";

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    /**
     * This transport if it works here, else the next best; logged.
     *
     * @param arrivals sees every connection that its listeners accept
     */
    public io.vertx.core.transport.Transport choose(Arrivals arrivals) {
        if (System.getProperty(GATHERED) == null) {
            System.setProperty(GATHERED, IOV_MAX);
        }
        Transport chosen = chosen();
        io.vertx.core.transport.Transport implementation = chosen.implementation();
        return new WatchedTransport(implementation, chosen.loops(implementation), arrivals);
    }

    private Transport chosen() {
        for (Transport candidate : candidates()) {
            io.vertx.core.transport.Transport transport = candidate.implementation();
            if (transport.available()) {
                LOG.atInfo()
                        .addKeyValue("transport", candidate.word())
                        .addKeyValue("configured", word())
                        .log("Chose how to talk to the kernel");
                return candidate;
            }
            LOG.atWarn()
                    .addKeyValue("transport", candidate.word())
                    .log("A transport does not work here, the next one is tried: {}", cause(transport));
        }
        return NIO;
    }

    /** A pass writes to all readers of a loop before it looks at what came of it, for which the kernel needs room. */
    private IoHandlerFactory loops(io.vertx.core.transport.Transport implementation) {
        return this == IO_URING
                ? IoUringIoHandler.newFactory(new IoUringIoHandlerConfig().setCqSize(MOST_COMPLETIONS))
                : implementation.implementation().ioHandlerFactory();
    }

    private List<Transport> candidates() {
        return switch (this) {
            case AUTO, IO_URING -> List.of(IO_URING, EPOLL, NIO);
            case EPOLL -> List.of(EPOLL, NIO);
            case NIO -> List.of(NIO);
        };
    }

    private io.vertx.core.transport.Transport implementation() {
        return switch (this) {
            case AUTO, IO_URING -> io.vertx.core.transport.Transport.IO_URING;
            case EPOLL -> io.vertx.core.transport.Transport.EPOLL;
            case NIO -> io.vertx.core.transport.Transport.NIO;
        };
    }

    private static String cause(io.vertx.core.transport.Transport transport) {
        Throwable cause = transport.unavailabilityCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause);
    }

    /**
     * Bounds what the kernel holds that it has not sent yet, where it can be told so: what waits here instead can still
     * be replaced by something newer.
     */
    static void boundUnsent(Channel channel, long bytes) {
        ChannelConfig config = channel.config();
        if (!config.setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, bytes)) {
            config.setOption(IoUringChannelOption.TCP_NOTSENT_LOWAT, bytes);
        }
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
