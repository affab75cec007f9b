package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.Wire;
import org.podium.gateway.subscription.Outlet;
import org.podium.gateway.subscription.Session;

/**
 * A connection that carries frames as one wire has them. What the reader sends is ignored unless a subclass takes it.
 */
class StreamConnection extends ChannelInboundHandlerAdapter implements Outlet {

    private final StreamLoop loop;
    private final Channel channel;
    private final Wire wire;
    private final Admission admission;
    private @Nullable Session session;
    private boolean closing;

    StreamConnection(StreamLoop loop, Channel channel, Wire wire, Admission admission) {
        this.loop = loop;
        this.channel = channel;
        this.wire = wire;
        this.admission = admission;
    }

    /** The reader; null before its subscription is known. */
    final @Nullable Session session() {
        return session;
    }

    /** Opens the reader, who may have left already. */
    final void begin(Dialogue.Hello hello) {
        Session reader = admission.fanOut().open(hello.subscription(), hello.position(), this, admission.permit());
        session = reader;
        if (channel.isActive()) {
            // It may have become writable again while nobody knew the reader that opened.
            reader.pump();
        } else {
            reader.closed();
        }
    }

    final Admission admission() {
        return admission;
    }

    final boolean isClosing() {
        return closing;
    }

    final StreamLoop loop() {
        return loop;
    }

    final Channel channel() {
        return channel;
    }

    @Override
    public final boolean writable() {
        return channel.isWritable();
    }

    @Override
    public final void write(List<Frame> batch) {
        if (channel.isActive() && !closing) {
            var _ = channel.writeAndFlush(encoded(batch), channel.voidPromise());
        }
    }

    /** The bytes of a batch that is sent now. */
    ByteBuf encoded(List<Frame> batch) {
        return loop.encoder().encode(batch, wire);
    }

    @Override
    public final void close(Frame.Farewell farewell) {
        if (!closing) {
            beginToClose();
            end(farewell);
        }
    }

    /** Sends no more frames; the connection is cut a moment later if it is still there. */
    final void beginToClose() {
        closing = true;
        loop.cutLater(channel);
    }

    @Override
    public final void cut() {
        closing = true;
        var _ = channel.close();
    }

    /** Ends what is written; the connection is cut a moment later if it is still there. */
    void end(Frame.Farewell farewell) {
        var _ = channel.writeAndFlush(lastBytes()).addListener(ChannelFutureListener.CLOSE);
    }

    /** What ends the answer. */
    ByteBuf lastBytes() {
        return SseHead.lastChunk();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public final void channelWritabilityChanged(ChannelHandlerContext context) {
        Session reader = session;
        if (reader != null && channel.isWritable()) {
            reader.pump();
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext context) {
        Session reader = session;
        if (reader != null) {
            reader.closed();
        }
        admission.ended().run();
    }

    /** Connections break all the time, which is nothing to log; the reader comes back. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = channel.close();
    }
}
