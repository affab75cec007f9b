package org.podium.gateway.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;
import java.util.Map;

/**
 * Takes the channel of an HTTP/1.1 connection away from the HTTP server once its request has been read: what follows is
 * bytes of our own. All that the server had for the connection goes with its handlers; TLS stays.
 */
final class Takeover {

    private Takeover() {}

    /** Channel of the request's connection. To be called on its event loop. */
    static Channel channel(HttpServerRequest request) {
        if (request.connection() instanceof HttpServerConnection connection) {
            return connection.channelHandlerContext().channel();
        }
        throw new IllegalStateException("The HTTP server is not the one whose channels can be taken over: "
                + request.connection().getClass());
    }

    /**
     * Puts handlers in the place of the server's. Not to be called from within one of these.
     *
     * @param pending bytes that the connection may hold before it is not writable
     */
    static void take(Channel channel, WriteBufferWaterMark pending, List<? extends ChannelHandler> handlers) {
        ChannelPipeline pipeline = channel.pipeline();
        List<Map.Entry<String, ChannelHandler>> servers =
                List.copyOf(pipeline.toMap().entrySet());
        handlers.forEach(pipeline::addLast);
        // The last one first: what a decoder still holds is passed on when it is removed, and is for our handlers.
        for (Map.Entry<String, ChannelHandler> server : servers.reversed()) {
            if (!(server.getValue() instanceof SslHandler)) {
                pipeline.remove(server.getValue());
            }
        }
        channel.config().setWriteBufferWaterMark(pending);
        Transport.boundUnsent(channel, pending.high());
        channel.config().setAutoRead(true);
    }
}
