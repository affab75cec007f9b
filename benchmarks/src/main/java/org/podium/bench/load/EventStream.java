package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Server-sent events (HTML Living Standard, 9.2), in chunks (RFC 9112, 7.1) or plain. */
final class EventStream implements Body {

    private static final byte LINE_FEED = '\n';
    private static final int HEX = 16;
    private static final byte[] ID = {'i', 'd', ':', ' '};

    private enum Part {
        SIZE,
        EXTENSION,
        CONTENT,
        END_OF_CONTENT
    }

    private final Reader reader;
    private final Leftover leftover;
    private final boolean chunked;
    private Part part = Part.SIZE;
    private int size;

    EventStream(Reader reader, boolean chunked, ByteBufAllocator allocator) {
        this.reader = reader;
        this.chunked = chunked;
        this.leftover = new Leftover(allocator);
    }

    @Override
    public void read(ByteBuf bytes) {
        if (!chunked) {
            leftover.join(bytes, this::events);
            return;
        }
        while (bytes.isReadable()) {
            switch (part) {
                case SIZE -> {
                    byte next = bytes.readByte();
                    int digit = Character.digit(next, HEX);
                    if (digit >= 0) {
                        size = size * HEX + digit;
                    } else {
                        part = next == LINE_FEED ? Part.CONTENT : Part.EXTENSION;
                    }
                }
                case EXTENSION -> part = bytes.readByte() == LINE_FEED ? Part.CONTENT : Part.EXTENSION;
                case CONTENT -> {
                    int length = Math.min(size, bytes.readableBytes());
                    leftover.join(bytes.readSlice(length), this::events);
                    size -= length;
                    part = size == 0 ? Part.END_OF_CONTENT : Part.CONTENT;
                }
                case END_OF_CONTENT -> part = bytes.readByte() == LINE_FEED ? Part.SIZE : Part.END_OF_CONTENT;
            }
        }
    }

    /** An event ends with an empty line; lines end with a line feed, which a carriage return may precede. */
    private void events(ByteBuf bytes) {
        int event = bytes.readerIndex();
        int line = event;
        int end = bytes.writerIndex();
        while (line < end) {
            int feed = bytes.indexOf(line, end, LINE_FEED);
            if (feed < 0) {
                break;
            }
            int length = feed - line;
            if (length == 0 || (length == 1 && bytes.getByte(line) == '\r')) {
                reader.take(bytes, event, line);
                event = feed + 1;
            } else if (bytes.getByte(line) == 'i' && startsWithId(bytes, line, feed)) {
                reader.at(bytes, line + ID.length, bytes.getByte(feed - 1) == '\r' ? feed - 1 : feed);
            }
            line = feed + 1;
        }
        bytes.readerIndex(event);
    }

    private static boolean startsWithId(ByteBuf bytes, int from, int to) {
        if (to - from <= ID.length) {
            return false;
        }
        for (int i = 0; i < ID.length; i++) {
            if (bytes.getByte(from + i) != ID[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        leftover.close();
    }
}
