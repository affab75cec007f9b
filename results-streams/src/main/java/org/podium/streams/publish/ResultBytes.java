package org.podium.streams.publish;

import java.security.MessageDigest;
import org.podium.model.wire.Result;

/**
 * A result in Avro binary, put together from lines that are encoded already. Lines are the last field of a result, so
 * that they follow what comes before them.
 *
 * @param head writes what comes before the lines
 */
record ResultBytes(ResultHead head, LineList lines) {

    /**
     * The bytes of a result with these lines.
     *
     * @param start bytes that go before it
     * @param change what it changes, in Avro binary
     */
    byte[] encode(byte[] start, Result withoutLines, byte[] change) {
        byte[] before = head.encode(withoutLines, change);
        byte[] result = new byte[start.length + before.length + lines.length()];
        System.arraycopy(start, 0, result, 0, start.length);
        System.arraycopy(before, 0, result, start.length, before.length);
        lines.writeTo(result, start.length + before.length);
        return result;
    }

    /** A digest that two results with these lines share if they say the same. */
    byte[] digest(Result withoutLines, byte[] change) {
        MessageDigest digest = Digest.sha256();
        digest.update(head.encode(withoutLines, change));
        digest.update(lines.summary());
        return digest.digest();
    }
}
