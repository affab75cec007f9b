package org.podium.gateway.board;

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
    private final byte[] full;
    private final byte[] summary;
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
        this.full = full;
        this.summary = summary == null ? full : summary;
        this.etag = ETags.of(version, full);
    }

    private Revision(Revision same, Subject subject, Facets facets, Facets reach) {
        this.subject = subject;
        this.version = same.version;
        this.facets = facets;
        this.reach = reach;
        this.origin = same.origin;
        this.times = same.times;
        this.full = same.full;
        this.summary = same.summary;
        this.etag = same.etag;
    }

    /**
     * This revision as the one after another of the same subject: it also concerns readers of those who took part in
     * the version before, and do not any more. What both say is in memory once, since a window holds thousands of
     * versions of few subjects.
     */
    Revision after(Revision before) {
        Facets shared = facets.sharedWith(before.facets);
        return new Revision(this, before.subject, shared, shared.joined(before.facets));
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
        return switch (detail) {
            case FULL -> full;
            case SUMMARY -> summary;
        };
    }

    /** Strong entity tag of the whole document; the same on every gateway. */
    public String etag() {
        return etag;
    }

    /** Bytes held for as long as the revision is. */
    public int weight() {
        return (full.length + summary.length) * 2;
    }

    /**
     * What a transport made of this revision, kept under its key; made when it is first asked for. Not to be changed.
     */
    public byte[] form(Object key, Supplier<byte[]> make) {
        byte[] kept = forms.get(key);
        return kept != null ? kept : forms.computeIfAbsent(key, absent -> make.get());
    }
}
