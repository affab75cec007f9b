package org.podium.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;

/** How readers talk to the kernel. */
public enum Transport {
    EPOLL(EpollSocketChannel.class) {
        @Override
        IoHandlerFactory handlers() {
            Epoll.ensureAvailability();
            return EpollIoHandler.newFactory();
        }
    },
    IO_URING(IoUringSocketChannel.class) {
        @Override
        IoHandlerFactory handlers() {
            IoUring.ensureAvailability();
            return IoUringIoHandler.newFactory();
        }
    },
    NIO(NioSocketChannel.class) {
        @Override
        IoHandlerFactory handlers() {
            return NioIoHandler.newFactory();
        }
    };

    private final Class<? extends Channel> channel;

    Transport(Class<? extends Channel> channel) {
        this.channel = channel;
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
}
