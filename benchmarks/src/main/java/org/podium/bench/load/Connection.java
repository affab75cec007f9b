package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a reader.
 *
 * <pre>
 *   connected ── request sent ──► waiting ── 200 or 101 ──► open ── cut ──► closed
 *                                    └────── any other answer ────────────────┘
 * </pre>
 */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be written closes the channel, and that is told
final class Connection extends ChannelInboundHandlerAdapter {

    private static final int OK = 200;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Target target;
    private final int number;
    private final Reader reader;
    private final boolean stalled;
    private final Outcome outcome;
    private @Nullable Leftover head;
    private @Nullable Body body;
    private int retryAfterSeconds = -1;

    /**
     * @param number of the reader
     * @param stalled reads nothing, ever
     * @param outcome told when the connection is open, and when it has ended
     */
    Connection(Target target, int number, Reader reader, boolean stalled, Outcome outcome) {
        this.target = target;
        this.number = number;
        this.reader = reader;
        this.stalled = stalled;
        this.outcome = outcome;
    }

    /** Who waits for the connection. */
    interface Outcome {
        void opened();

        /**
         * It has ended.
         *
         * @param retryAfterSeconds when the server wants the reader back; negative when it did not say
         */
        void ended(int retryAfterSeconds);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        head = new Leftover(context.alloc());
        if (stalled) {
            context.channel().config().setAutoRead(false);
        }
        context.writeAndFlush(target.request(number, reader.position()), context.voidPromise());
        if (stalled) {
            outcome.opened();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (stalled) {
            // What its socket held when the server left it, or when all is over, and no reader has read.
            bytes.release();
            return;
        }
        try {
            reader.arrives(bytes.readableBytes());
            if (body == null && head != null) {
                head.join(bytes, received -> readHead(context, received));
            } else if (body != null) {
                body.read(bytes);
            }
        } finally {
            bytes.release();
        }
    }

    private void readHead(ChannelHandlerContext context, ByteBuf received) {
        ResponseHead answer = ResponseHead.read(received);
        if (answer == null) {
            return;
        }
        retryAfterSeconds = answer.retryAfterSeconds();
        if (answer.status() != (target.webSocket() ? SWITCHING_PROTOCOLS : OK)) {
            reader.tally().incident("answered " + answer.status());
            received.skipBytes(received.readableBytes());
            context.close();
            return;
        }
        Body opened = target.webSocket()
                ? new SocketStream(reader, context::writeAndFlush, context.alloc())
                : new EventStream(reader, answer.chunked(), context.alloc());
        body = opened;
        target.greetings().forEach(greeting -> context.write(MaskedFrame.text(context.alloc(), greeting)));
        context.flush();
        outcome.opened();
        opened.read(received);
        received.skipBytes(received.readableBytes());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (head != null) {
            head.close();
        }
        if (body != null) {
            body.close();
        }
        outcome.ended(retryAfterSeconds);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            throw new IllegalStateException("A reader failed", cause);
        }
        reader.tally().incident("reset");
        context.close();
    }
}
