package org.podium.bench.peer;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Gives every reader the bytes that come, and can do nothing else: one event loop, no topics, no positions, no answer
 * to one who is slow. What it costs is what the kernel costs, and what no server can be much under.
 *
 * <p>Arguments: the port of readers, and the port of the publisher, whose messages begin with their length in four
 * bytes.
 */
final class PlainServer {

    private static final int BACKLOG = 4_096;
    private static final int LENGTH_BYTES = Integer.BYTES;

    /** As many as the gateway has: what is written to all readers together is more than Netty's default. */
    private static final int MOST_COMPLETIONS = 65_536;

    private PlainServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean ring = IoUring.isAvailable();
        IoHandlerFactory handlers = ring
                ? IoUringIoHandler.newFactory(new IoUringIoHandlerConfig().setCqSize(MOST_COMPLETIONS))
                : EpollIoHandler.newFactory();
        Class<? extends ServerChannel> channel =
                ring ? IoUringServerSocketChannel.class : EpollServerSocketChannel.class;
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, handlers);
        ChannelGroup readers = new DefaultChannelGroup(loop.next());
        ServerBootstrap server = new ServerBootstrap().group(loop).channel(channel);
        listen(server, arguments[1], new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel publisher) {
                publisher
                        .pipeline()
                        .addLast(
                                new LengthFieldBasedFrameDecoder(
                                        PlainStream.MOST_BYTES, 0, LENGTH_BYTES, 0, LENGTH_BYTES),
                                new Publisher(readers));
            }
        });
        listen(server, arguments[0], new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel reader) {
                reader.pipeline().addLast(new Joining(readers));
            }
        });
        loop.terminationFuture().await();
    }

    private static void listen(ServerBootstrap server, String port, ChannelInitializer<Channel> connections)
            throws InterruptedException {
        server.clone()
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(connections)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)))
                .sync();
    }

    /** A connection becomes a reader with whatever it sends first. */
    private static final class Joining extends ChannelInboundHandlerAdapter {

        private final ChannelGroup readers;

        Joining(ChannelGroup readers) {
            this.readers = readers;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            if (readers.add(context.channel())) {
                var _ = context.writeAndFlush(Unpooled.wrappedBuffer(PlainStream.HEAD), context.voidPromise());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }

    /** What is published goes to all readers as one server-sent event. */
    private static final class Publisher extends ChannelInboundHandlerAdapter {

        private final ChannelGroup readers;

        Publisher(ChannelGroup readers) {
            this.readers = readers;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf published = (ByteBuf) message;
            ByteBuf event = context.alloc()
                    .directBuffer(PlainStream.BEFORE.length + published.readableBytes() + PlainStream.AFTER.length);
            event.writeBytes(PlainStream.BEFORE).writeBytes(published).writeBytes(PlainStream.AFTER);
            published.release();
            var _ = readers.writeAndFlush(event, ChannelMatchers.all(), true);
        }
    }
}
