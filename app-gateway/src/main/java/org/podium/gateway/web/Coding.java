package org.podium.gateway.web;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A content coding (RFC 9110, 8.4) that documents are prepared in. The first one that a client takes is chosen. */
enum Coding {
    /** Zstandard (RFC 8878). */
    ZSTD("zstd", "-zstd"),
    /** The same as everywhere. */
    GZIP("gzip", "-gzip"),
    /** As it is. */
    IDENTITY("identity", "");

    /** Above what is worth the time on documents that are compressed once for many, far below what takes long. */
    private static final int ZSTD_LEVEL = 6;

    private final String word;
    private final String tagSuffix;

    Coding(String word, String tagSuffix) {
        this.word = word;
        this.tagSuffix = tagSuffix;
    }

    /** Name in headers. */
    String word() {
        return word;
    }

    /** Strong tag of a document in this coding, made of the tag of the document as it is. */
    String etag(String identity) {
        return identity.substring(0, identity.length() - 1) + tagSuffix + "\"";
    }

    byte[] encode(byte[] document) {
        return switch (this) {
            case ZSTD -> Zstd.compress(document, ZSTD_LEVEL);
            case GZIP -> gzip(document);
            case IDENTITY -> document;
        };
    }

    private static byte[] gzip(byte[] document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** The coding for a client with this Accept-Encoding (RFC 9110, 12.5.3). */
    static Coding accepted(@Nullable String acceptEncoding) {
        for (Coding coding : values()) {
            if (coding.isAccepted(acceptEncoding)) {
                return coding;
            }
        }
        return IDENTITY;
    }

    /** True when the client with this Accept-Encoding takes it; asked for, not only borne. */
    boolean isAccepted(@Nullable String acceptEncoding) {
        return acceptEncoding != null && this != IDENTITY && takes(acceptEncoding, word);
    }

    /** A coding with a weight of 0 is refused; among those that are taken, the weights do not matter to us. */
    private static boolean takes(String acceptEncoding, String coding) {
        for (String offer : acceptEncoding.split(",", -1)) {
            String[] parts = offer.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*q\\s*=\\s*", 2);
            if (parts[0].equals(coding)) {
                return parts.length == 1 || !parts[1].matches("0(\\.0{0,3})?");
            }
        }
        return false;
    }
}
