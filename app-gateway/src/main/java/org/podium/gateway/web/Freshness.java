package org.podium.gateway.web;

import org.podium.gateway.board.Facets;
import org.podium.model.wire.ResultStatus;

/**
 * How long a cache between gateway and reader may answer by itself. What moves is fresh for a second, so that a cache
 * asks once a second however many read; what is official is asked for rarely, yet often enough for a correction.
 */
enum Freshness {
    /** A unit that goes on, and every list that may hold one. */
    MOVING("public, max-age=1, stale-while-revalidate=4"),
    /** A unit that is over and not yet official. */
    SETTLING("public, max-age=5, stale-while-revalidate=15"),
    /** A unit that has not begun. */
    AWAITED("public, max-age=10, stale-while-revalidate=30"),
    /** A unit that is official. */
    SETTLED("public, max-age=30, stale-while-revalidate=300"),
    /** The document of everything, which says itself where a stream goes on from it. */
    BULK("public, max-age=5, stale-while-revalidate=30"),
    /** The live page: kept, and checked by its tag each time. */
    CHECKED("no-cache"),
    /** Not to be kept. */
    NEVER("no-store");

    private final String cacheControl;

    Freshness(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    /** Value of the Cache-Control header. */
    String cacheControl() {
        return cacheControl;
    }

    static Freshness of(Facets unit) {
        return switch (unit.stage()) {
            case LIVE -> MOVING;
            case NEXT -> AWAITED;
            case FINISHED -> unit.status() == ResultStatus.OFFICIAL ? SETTLED : SETTLING;
        };
    }
}
