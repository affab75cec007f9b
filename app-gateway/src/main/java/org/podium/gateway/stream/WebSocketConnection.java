package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.podium.gateway.frame.Frame.Farewell;
import org.podium.gateway.frame.Wire;
import org.podium.gateway.subscription.Session;

/**
 * A WebSocket. Its reader says what it wants in the query of the handshake or in a hello, and may change it.
 *
 * <pre>
 *  awaiting hello ── hello, or a query ──► serving ──► closing ──► closed
 *        └──── too late, not understood ────────────────▲
 * </pre>
 */
final class WebSocketConnection extends StreamConnection {

    private static final int PONG = 0x8A;
    private static final int CLOSE = 0x88;
    /** RSV1 among the three reserved bits of a frame. */
    private static final int COMPRESSED = 4;

    private static final int STATUS_BYTES = 2;
    private static final int NORMAL = 1000;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Dialogue dialogue;
    private final StreamLimits limits;
    private long minuteSince;
    private int messages;

    WebSocketConnection(
            StreamLoop loop, Channel channel, Wire wire, Admission admission, Dialogue dialogue, StreamLimits limits) {
        super(loop, channel, wire, admission);
        this.dialogue = dialogue;
        this.limits = limits;
        this.minuteSince = System.nanoTime();
    }

    /** Ends a connection whose reader has not said what it wants. */
    void expectHello() {
        if (session() == null && channel().isActive() && !isClosing()) {
            leave(Farewell.NO_HELLO, Farewell.NO_HELLO.advice());
        }
    }

    private void leave(Farewell farewell, String advice) {
        Session reader = session();
        if (reader == null) {
            admission().fanOut().refuse(this, farewell, advice);
        } else {
            reader.leave(farewell, advice);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof WebSocketFrame frame && !isClosing()) {
                read(frame);
            } else if (message instanceof CloseWebSocketFrame) {
                closeBehindWhatWasWritten();
            }
        } finally {
            io.netty.util.ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) {
        if (isOneTooMany()) {
            leave(Farewell.TOO_MANY_MESSAGES, Farewell.TOO_MANY_MESSAGES.advice());
            return;
        }
        switch (frame) {
            case CloseWebSocketFrame close -> answerClose();
            case PingWebSocketFrame ping -> control(PONG, ping.content());
            case PongWebSocketFrame pong -> {
                // An answer to nothing; RFC 6455, 5.5.3 allows it.
            }
            case TextWebSocketFrame text -> text(text);
            default -> leave(Farewell.MALFORMED, "messages are text, and this one is binary");
        }
    }

    private boolean isOneTooMany() {
        long now = System.nanoTime();
        if (now - minuteSince > MINUTE_NANOS) {
            minuteSince = now;
            messages = 0;
        }
        messages++;
        return messages > limits.maxMessagesAMinute();
    }

    private void text(TextWebSocketFrame text) {
        Optional<byte[]> message = switch (text.rsv()) {
            case 0 -> Optional.of(ByteBufUtil.getBytes(text.content()));
            case COMPRESSED -> loop().inflated(text.content(), limits.maxMessage());
            default -> Optional.empty();
        };
        if (message.isEmpty()) {
            leave(Farewell.PROTOCOL_ERROR, "the message cannot be inflated to what a message may be");
            return;
        }
        switch (dialogue.hear(message.get())) {
            case Dialogue.Hello hello when session() == null -> begin(hello);
            case Dialogue.Hello ignored ->
                leave(Farewell.MALFORMED, "hello was said already; send a message of type subscribe");
            case Dialogue.Subscribe subscribe -> {
                Session reader = session();
                if (reader == null) {
                    leave(Farewell.MALFORMED, "say hello first");
                } else {
                    reader.subscribe(subscribe.subscription());
                }
            }
            case Dialogue.NotUnderstood(String advice) -> leave(Farewell.MALFORMED, advice);
            case Dialogue.NotAllowed(String advice) -> leave(Farewell.FORBIDDEN, advice);
        }
    }

    /** Answers after what was written, which a peer that reads no more never takes. */
    private void answerClose() {
        beginToClose();
        Session reader = session();
        if (reader != null) {
            reader.closed();
        }
        var _ = channel().writeAndFlush(closeFrame(NORMAL, "")).addListener(ChannelFutureListener.CLOSE);
    }

    /** A peer that closes, or goes on with what is no WebSocket, is to know why it was left all the same. */
    private void closeBehindWhatWasWritten() {
        var _ = channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    private void control(int opcode, ByteBuf content) {
        ByteBuf out = channel().alloc().buffer(2 + content.readableBytes());
        out.writeByte(opcode)
                .writeByte(content.readableBytes())
                .writeBytes(content, content.readerIndex(), content.readableBytes());
        var _ = channel().writeAndFlush(out, channel().voidPromise());
    }

    private ByteBuf closeFrame(int status, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        ByteBuf out = channel().alloc().buffer(2 + STATUS_BYTES + text.length);
        return out.writeByte(CLOSE)
                .writeByte(STATUS_BYTES + text.length)
                .writeShort(status)
                .writeBytes(text);
    }

    /** The peer answers with a close of its own, upon which the connection ends. */
    @Override
    void end(Farewell farewell) {
        var _ = channel()
                .writeAndFlush(
                        closeFrame(farewell.closeCode(), farewell.name()),
                        channel().voidPromise());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (isClosing()) {
            closeBehindWhatWasWritten();
            return;
        }
        switch (cause) {
            case TooLongFrameException tooLong -> leave(Farewell.TOO_LARGE, Farewell.TOO_LARGE.advice());
            case CorruptedWebSocketFrameException corrupted
            when corrupted.closeStatus().code() == Farewell.TOO_LARGE.closeCode() ->
                leave(Farewell.TOO_LARGE, Farewell.TOO_LARGE.advice());
            case CorruptedWebSocketFrameException corrupted ->
                leave(Farewell.PROTOCOL_ERROR, Farewell.PROTOCOL_ERROR.advice());
            default -> super.exceptionCaught(context, cause);
        }
    }
}
