package org.podium.gateway.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.FrameEncoder;
import org.podium.gateway.frame.GzipStream;
import org.podium.gateway.frame.Wire;
import org.podium.gateway.stream.StreamLoop;
import org.podium.gateway.subscription.Outlet;

/**
 * A stream of HTTP/2, which carries server-sent events beside the other streams of its connection. The server keeps the
 * connection: its frames belong to the protocol, so that bytes cannot be shared as on a connection of one stream.
 */
final class Http2Outlet implements Outlet {

    private final HttpServerResponse response;
    private final StreamLoop loop;
    private final @Nullable GzipStream gzip;

    private Http2Outlet(HttpServerResponse response, StreamLoop loop, @Nullable GzipStream gzip) {
        this.response = response;
        this.loop = loop;
        this.gzip = gzip;
    }

    /** Events as they are. */
    static Http2Outlet plain(HttpServerResponse response, StreamLoop loop) {
        return new Http2Outlet(response, loop, null);
    }

    /** Events in gzip. */
    static Http2Outlet compressed(HttpServerResponse response, StreamLoop loop) {
        GzipStream gzip = new GzipStream();
        ByteBuf head = Unpooled.buffer();
        gzip.begin(head);
        response.write(BufferInternal.buffer(head));
        return new Http2Outlet(response, loop, gzip);
    }

    @Override
    public boolean writable() {
        return !response.closed() && !response.writeQueueFull();
    }

    @Override
    public void write(List<Frame> batch) {
        if (!response.closed() && !response.ended()) {
            FrameEncoder encoder = loop.encoder();
            ByteBuf encoded =
                    gzip == null ? encoder.encode(batch, Wire.SSE) : encoder.encode(batch, Wire.SSE_GZIP, gzip);
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
                end();
            }
        }
    }

    @Override
    public void cut() {
        response.reset();
    }

    private void end() {
        loop.letLastArrive();
        if (gzip == null) {
            response.end();
        } else {
            ByteBuf last = Unpooled.buffer();
            gzip.end(last);
            response.end(BufferInternal.buffer(last));
        }
    }
}
