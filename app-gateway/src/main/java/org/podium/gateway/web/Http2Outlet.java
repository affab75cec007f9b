package org.podium.gateway.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.FrameEncoder;
import org.podium.gateway.frame.Wire;
import org.podium.gateway.subscription.Outlet;

/**
 * A stream of HTTP/2, which carries server-sent events beside the other streams of its connection. The server keeps the
 * connection: its frames belong to the protocol, so that bytes cannot be shared as on a connection of one stream.
 */
final class Http2Outlet implements Outlet {

    private final HttpServerResponse response;
    private final FrameEncoder encoder;

    Http2Outlet(HttpServerResponse response, FrameEncoder encoder) {
        this.response = response;
        this.encoder = encoder;
    }

    @Override
    public boolean writable() {
        return !response.closed() && !response.writeQueueFull();
    }

    @Override
    public void write(List<Frame> batch) {
        if (!response.closed() && !response.ended()) {
            ByteBuf encoded = encoder.encode(batch, Wire.SSE);
            try {
                response.write(Buffer.buffer(ByteBufUtil.getBytes(encoded)));
            } finally {
                encoded.release();
            }
        }
    }

    /** Ends the stream alone, and not the others of its connection. */
    @Override
    public void close(Frame.Farewell farewell) {
        if (!response.closed() && !response.ended()) {
            if (response.writeQueueFull()) {
                response.reset();
            } else {
                response.end();
            }
        }
    }
}
