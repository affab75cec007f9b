package org.podium.gateway.stream;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a connection's next request, which may take only so long: from the connection's first moment, and later
 * from the first byte that comes after a request. First of the connection's handlers, and gone once it is a stream.
 */
final class AwaitedHead extends ChannelInboundHandlerAdapter {

    private static final String ANSWER =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final InetSocketAddress peer;
    private final Set<AwaitedHead> all;
    private volatile long sinceNanos = System.nanoTime();
    private volatile boolean awaited = true;
    private volatile boolean silent = true;

    /** True when the connection has shown to be one of HTTP/2, whose frames are not heads alone. */
    private boolean multiplexed;

    private volatile @Nullable ChannelHandlerContext context;

    /** @param all where this is while its connection is not a stream */
    AwaitedHead(InetSocketAddress peer, Set<AwaitedHead> all) {
        this.peer = peer;
        this.all = all;
    }

    InetSocketAddress peer() {
        return peer;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        all.add(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        all.remove(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object bytes) {
        silent = false;
        if (!awaited && !multiplexed) {
            sinceNanos = System.nanoTime();
            awaited = true;
        }
        reading.fireChannelRead(bytes);
    }

    void arrived(boolean http2) {
        awaited = false;
        multiplexed = http2;
    }

    boolean takesLongerThan(long nanos, long now) {
        return awaited && now - sinceNanos > nanos;
    }

    /** True when not one byte has come, as on connections that browsers open for later. */
    boolean isSilent() {
        return silent;
    }

    /** Ends the connection; says so where it can be said without TLS. */
    void giveUp() {
        all.remove(this);
        ChannelHandlerContext here = context;
        if (here == null) {
            return;
        }
        if (here.pipeline().get(SslHandler.class) == null) {
            var _ = here.writeAndFlush(Unpooled.copiedBuffer(ANSWER, StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            var _ = here.close();
        }
    }
}
