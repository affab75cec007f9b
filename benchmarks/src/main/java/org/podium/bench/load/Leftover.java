package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The begun piece of a stream whose rest has not come yet. Most reads end with a whole piece, and nothing is copied.
 */
final class Leftover {

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf begun;

    Leftover(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /** Takes whole pieces from the front of the buffer; what it leaves is not whole. */
    interface Taker {
        void take(ByteBuf bytes);
    }

    /** Hands over what was begun together with the new bytes, all of which are read afterwards. */
    void join(ByteBuf bytes, Taker taker) {
        ByteBuf kept = begun;
        if (kept == null) {
            taker.take(bytes);
            if (bytes.isReadable()) {
                begun = allocator.buffer(bytes.readableBytes()).writeBytes(bytes);
            }
            return;
        }
        kept.writeBytes(bytes);
        taker.take(kept);
        if (kept.isReadable()) {
            kept.discardReadBytes();
        } else {
            close();
        }
    }

    void close() {
        if (begun != null) {
            begun.release();
            begun = null;
        }
    }
}
