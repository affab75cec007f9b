package org.podium.gateway.board;

import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One version of a subject, encoded once. Everything that readers are sent is made of the same bytes: the document, and
 * what transports make of it, which is kept with the revision for as long as somebody holds it.
 */
public final class Revision {

    private final Subject subject;
    private final long version;
    private final Facets facets;
    private final Origin origin;
    private final Times times;
    private final Map<Detail, byte[]> documents;
    private final String etag;

    private final Map<Object, Buffer> frames = new ConcurrentHashMap<>(4);

    /** How much of a subject a reader wants. */
    public enum Detail {
        /** The whole document. */
        FULL,
        /** What a list shows. */
        SUMMARY
    }

    /**
     * When it happened, in milliseconds since 1970 UTC.
     *
     * @param taken when the venue's agent took the event behind it, by the agent's clock
     * @param published when this gateway had it encoded, by its own clock
     */
    public record Times(long taken, long published) {}

    /** A revision that has one document for every detail when {@code summary} is null. */
    public Revision(
            Subject subject,
            long version,
            Facets facets,
            Origin origin,
            Times times,
            byte[] full,
            byte @Nullable [] summary) {
        this.subject = subject;
        this.version = version;
        this.facets = facets;
        this.origin = origin;
        this.times = times;
        this.documents = new EnumMap<>(Detail.class);
        documents.put(Detail.FULL, full);
        documents.put(Detail.SUMMARY, summary == null ? full : summary);
        this.etag = ETags.of(version, full);
    }

    public Subject subject() {
        return subject;
    }

    /** Version of the subject, from 1. */
    public long version() {
        return version;
    }

    public Facets facets() {
        return facets;
    }

    public Origin origin() {
        return origin;
    }

    public Times times() {
        return times;
    }

    /** JSON, UTF-8. Not to be changed. */
    public byte[] document(Detail detail) {
        return documents.getOrDefault(detail, new byte[0]);
    }

    /** Strong entity tag of the whole document; the same on every gateway. */
    public String etag() {
        return etag;
    }

    /** Bytes held for as long as the revision is. */
    int weight() {
        return documents.values().stream().mapToInt(bytes -> bytes.length).sum() * 2;
    }

    /**
     * What a transport made of this revision, kept under its key; made when it is first asked for. Not to be changed.
     */
    public Buffer frame(Object key, Supplier<Buffer> encode) {
        Buffer kept = frames.get(key);
        return kept != null ? kept : frames.computeIfAbsent(key, absent -> encode.get());
    }
}
