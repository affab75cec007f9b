package org.podium.gateway.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.List;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.GzipStream;
import org.podium.gateway.frame.Wire;

/** A connection of server-sent events in gzip: the pieces are everybody's, what is around them is its own. */
final class GzipConnection extends StreamConnection {

    private final GzipStream gzip;

    GzipConnection(StreamLoop loop, Channel channel, GzipStream gzip, Admission admission) {
        super(loop, channel, Wire.SSE_GZIP_CHUNKED, admission);
        this.gzip = gzip;
    }

    @Override
    ByteBuf encoded(List<Frame> batch) {
        return loop().encoder().encode(batch, Wire.SSE_GZIP_CHUNKED, gzip);
    }

    @Override
    ByteBuf lastBytes() {
        return SseHead.lastChunk(gzip);
    }
}
