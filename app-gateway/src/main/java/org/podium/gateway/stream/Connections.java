package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.podium.gateway.frame.GzipStream;
import org.podium.gateway.frame.Wire;

/** Turns HTTP/1.1 requests of one event loop into streams. */
public final class Connections {

    private final StreamLoop loop;
    private final StreamLimits limits;
    private final WriteBufferWaterMark pending;

    /** Streams of a loop, within bounds. */
    public Connections(StreamLoop loop, StreamLimits limits) {
        this.loop = loop;
        this.limits = limits;
        this.pending = new WriteBufferWaterMark(limits.mostPending() / 2, limits.mostPending());
    }

    /**
     * Answers with server-sent events.
     *
     * @param headers headers of the answer
     * @param compressed true to send them in gzip, as the headers then say
     */
    public void sse(
            HttpServerRequest request,
            Iterable<Map.Entry<String, String>> headers,
            boolean compressed,
            Admission admission,
            Dialogue.Hello hello) {
        Channel channel = Takeover.channel(request);
        GzipStream gzip = new GzipStream();
        ByteBuf head = compressed ? SseHead.of(headers, gzip) : SseHead.of(headers);
        StreamConnection connection = compressed
                ? new GzipConnection(loop, channel, gzip, admission)
                : new StreamConnection(loop, channel, Wire.SSE_CHUNKED, admission);
        take(channel, head, List.of(connection), () -> connection.begin(hello), admission.ended());
    }

    /**
     * Answers with a WebSocket.
     *
     * @param headers headers of the answer
     * @param hello what the reader wants; empty when it will say so
     * @param dialogue understands what the reader says
     */
    public void webSocket(
            HttpServerRequest request,
            WebSocketHandshake handshake,
            Iterable<Map.Entry<String, String>> headers,
            Admission admission,
            Optional<Dialogue.Hello> hello,
            Dialogue dialogue) {
        Channel channel = Takeover.channel(request);
        ByteBuf head = handshake.answer(headers);
        Wire wire = handshake.compressed() ? Wire.WEBSOCKET_DEFLATED : Wire.WEBSOCKET;
        WebSocketConnection connection = new WebSocketConnection(loop, channel, wire, admission, dialogue, limits);
        WebSocketDecoderConfig decoding = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(limits.maxMessage())
                .allowExtensions(handshake.compressed())
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build();
        List<ChannelHandler> handlers = List.of(
                new WebSocket13FrameDecoder(decoding), new WebSocketFrameAggregator(limits.maxMessage()), connection);
        take(
                channel,
                head,
                handlers,
                () -> {
                    if (hello.isPresent()) {
                        connection.begin(hello.get());
                    } else {
                        loop.expectHello(connection, limits.hello());
                    }
                },
                admission.ended());
    }

    /** In a task of its own, since the server's handlers are still busy with the request. */
    private void take(
            Channel channel, ByteBuf head, List<? extends ChannelHandler> handlers, Runnable begin, Runnable ended) {
        channel.eventLoop().execute(() -> {
            if (!channel.isActive()) {
                // It broke before it was ours, and nobody tells a handler that comes later.
                head.release();
                ended.run();
                return;
            }
            Takeover.take(channel, pending, handlers);
            var _ = channel.write(head, channel.voidPromise());
            begin.run();
            channel.flush();
        });
    }
}
