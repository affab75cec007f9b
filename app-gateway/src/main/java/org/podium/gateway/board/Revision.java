package org.podium.gateway.board;

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
    private final Facets reach;
    private final Origin origin;
    private final Times times;
    private final Map<Detail, byte[]> documents;
    private final String etag;

    private final Map<Object, byte[]> forms = new ConcurrentHashMap<>(2);

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
        this.reach = facets;
        this.origin = origin;
        this.times = times;
        this.documents = new EnumMap<>(Detail.class);
        documents.put(Detail.FULL, full);
        documents.put(Detail.SUMMARY, summary == null ? full : summary);
        this.etag = ETags.of(version, full);
    }

    private Revision(Revision same, Facets reach) {
        this.subject = same.subject;
        this.version = same.version;
        this.facets = same.facets;
        this.reach = reach;
        this.origin = same.origin;
        this.times = same.times;
        this.documents = same.documents;
        this.etag = same.etag;
    }

    /** This revision, which also concerns readers of those who took part in the version before, and do not any more. */
    Revision after(Revision before) {
        Facets joined = facets.joined(before.facets);
        return joined.equals(facets) ? this : new Revision(this, joined);
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

    /** What readers choose it by: its facets, and who took part in the version before. */
    public Facets reach() {
        return reach;
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
    public byte[] form(Object key, Supplier<byte[]> make) {
        byte[] kept = forms.get(key);
        return kept != null ? kept : forms.computeIfAbsent(key, absent -> make.get());
    }
}
