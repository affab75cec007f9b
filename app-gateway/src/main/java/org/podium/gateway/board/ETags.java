package org.podium.gateway.board;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Strong entity tags (RFC 9110, 8.8.3). */
public final class ETags {

    private ETags() {}

    /**
     * Tag of a version with these bytes. The bytes' checksum is in it, so that two gateways agree exactly when they
     * answer with the same bytes, also while one of them runs a newer release.
     */
    public static String of(long version, byte[] bytes) {
        return "\"" + version + "-" + checksum(bytes) + "\"";
    }

    /** Tag of a document that has no version of its own, such as a list. */
    public static String of(byte[] bytes) {
        return "\"" + Integer.toHexString(bytes.length) + "-" + checksum(bytes) + "\"";
    }

    private static String checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
