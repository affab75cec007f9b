package org.podium.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.SelectStrategy;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How readers talk to the kernel. */
@SuppressWarnings("ImmutableEnumChecker") // options are constants
public enum Transport {
    EPOLL(EpollSocketChannel.class, EpollChannelOption.IP_BIND_ADDRESS_NO_PORT) {
        @Override
        IoHandlerFactory handlers() {
            Epoll.ensureAvailability();
            return EpollIoHandler.newFactory();
        }
    },
    /** The same without ever sleeping: servers that share the machine then never pay for waking readers. */
    EPOLL_AWAKE(EpollSocketChannel.class, EpollChannelOption.IP_BIND_ADDRESS_NO_PORT) {
        @Override
        IoHandlerFactory handlers() {
            Epoll.ensureAvailability();
            return EpollIoHandler.newFactory(
                    0, () -> (select, tasks) -> tasks ? select.get() : SelectStrategy.BUSY_WAIT);
        }
    },
    /**
     * The same, looking every millisecond what has come, and asleep in between without asking to be woken. Servers that
     * share the machine pay for the wake-ups of readers that wait, which nobody does whose readers are elsewhere.
     */
    EPOLL_NAPPING(EpollSocketChannel.class, EpollChannelOption.IP_BIND_ADDRESS_NO_PORT) {
        @Override
        IoHandlerFactory handlers() {
            Epoll.ensureAvailability();
            return EpollIoHandler.newFactory(0, () -> (select, tasks) -> {
                int ready = select.get();
                if (ready > 0 || tasks) {
                    return ready;
                }
                LockSupport.parkNanos(NAP_NANOS);
                return select.get();
            });
        }
    },
    IO_URING(IoUringSocketChannel.class, null) {
        @Override
        IoHandlerFactory handlers() {
            IoUring.ensureAvailability();
            return IoUringIoHandler.newFactory();
        }
    },
    NIO(NioSocketChannel.class, null) {
        @Override
        IoHandlerFactory handlers() {
            return NioIoHandler.newFactory();
        }
    };

    private static final long NAP_NANOS = Duration.ofMillis(1).toNanos();

    private final Class<? extends Channel> channel;
    private final @Nullable ChannelOption<Boolean> portWhenConnected;

    Transport(Class<? extends Channel> channel, @Nullable ChannelOption<Boolean> portWhenConnected) {
        this.channel = channel;
        this.portWhenConnected = portWhenConnected;
    }

    /**
     * What event loops are made with.
     *
     * @throws UnsatisfiedLinkError when this machine has no such thing
     */
    abstract IoHandlerFactory handlers();

    Class<? extends Channel> channel() {
        return channel;
    }

    /**
     * Lets the kernel choose a connection's own port when it connects and not when its address is set, where it can be
     * told so: the choice then costs little, however many ports are in use or have just been.
     */
    void choosePortsLate(Bootstrap bootstrap) {
        if (portWhenConnected != null) {
            bootstrap.option(portWhenConnected, true);
        }
    }
}
