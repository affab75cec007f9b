package org.podium.streams.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Starter;

/**
 * The records of an event as they stand before one of its units: those of the reference list, moved on by what the
 * units before it did. Units follow each other by their scheduled start, then by RSC, never by when their events came,
 * so that which mark broke what does not depend on the order of arrival.
 *
 * <p>Within a unit only the best mark of those whom a record is for equals or breaks it: the winner sets the world
 * record, not also the second one who would have broken it. That is how World Athletics and World Aquatics show their
 * results; no paragraph of a rulebook was found that says so.
 */
public final class RecordsBefore {

    private static final String EQUALLED = "=";

    private final RecordBook book;
    private final List<Claim> earlier;

    /**
     * Records of a book after some marks.
     *
     * @param earlier claims of the units before
     */
    public RecordsBefore(RecordBook book, List<Claim> earlier) {
        this.book = book;
        this.earlier = List.copyOf(earlier);
    }

    /** The records as they stood before the competition. */
    public RecordBook book() {
        return book;
    }

    /** What a line claims; null when its mark equals or breaks no record of the book. */
    public @Nullable Claim claim(RankedLine line, Starter starter) {
        Quantity mark = CountingMark.of(line, book);
        return mark != null && book.reachesAny(line.competitor(), starter.organisation(), mark)
                ? new Claim(line.competitor(), starter.organisation(), mark)
                : null;
    }

    /**
     * What is shown beside the marks of a unit that claims these: the types of the records broken, and with {@code =}
     * before it those equalled, by competitor.
     */
    public Map<CompetitorId, List<String>> indicators(List<Claim> claims) {
        Map<CompetitorId, List<String>> indicators = new HashMap<>();
        for (RecordBook.Reference reference : book.references()) {
            Quantity best = best(reference, claims, null);
            Quantity standing = best(reference, earlier, reference.mark());
            if (best == null || standing == null || book.isBetter(standing, best)) {
                continue;
            }
            String shown = best.equals(standing) ? EQUALLED + reference.type() : reference.type();
            for (Claim claim : claims) {
                if (claim.mark().equals(best) && reference.isFor(claim.competitor(), claim.organisation())) {
                    List<String> types = indicators.computeIfAbsent(claim.competitor(), first -> new ArrayList<>());
                    if (!types.contains(shown)) {
                        types.add(shown);
                    }
                }
            }
        }
        return indicators;
    }

    /** The best of a mark and those claims that a record is for; null when there is none. */
    private @Nullable Quantity best(RecordBook.Reference reference, List<Claim> claims, @Nullable Quantity from) {
        Quantity best = from;
        for (Claim claim : claims) {
            if (reference.isFor(claim.competitor(), claim.organisation())
                    && (best == null || book.isBetter(claim.mark(), best))) {
                best = claim.mark();
            }
        }
        return best;
    }
}
