package org.podium.model.serde;

import java.nio.ByteBuffer;

/** The five bytes before the Avro binary. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 1 + Integer.BYTES;

    private WireFormat() {}

    static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
