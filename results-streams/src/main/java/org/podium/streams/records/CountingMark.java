package org.podium.streams.records;

import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Outcome;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Score;

/**
 * The mark of a line that can be a record: the one that ranks, as it is shown; where wind matters the best of all
 * attempts that had no more of it than is allowed, which need not be the one that ranks.
 *
 * <p>Source: World Athletics, Competition and Technical Rules, CR 31.14.3 and 31.17.2 (wind of more than 2.0 m/s, in
 * the direction of running or jumping, keeps a mark from being a record; there has to be a reading): the limit is
 * confirmed, the paragraphs' numbers are from memory and differ between editions.
 */
final class CountingMark {

    private static final String WIND = "WIND";

    private CountingMark() {}

    /** The mark; null when the line has none that can be a record. */
    static @Nullable Quantity of(RankedLine line, RecordBook book) {
        Quantity mark = line.mark();
        if (mark == null || line.irm() != null || line.resultType() != book.kind()) {
            return null;
        }
        Quantity limit = book.windLimit();
        if (limit == null) {
            return shown(line);
        }
        Quantity best = null;
        for (Score score : line.performance().scores()) {
            Quantity value = score.value();
            Quantity wind = score.components().get(WIND);
            if (score.kind() != book.kind()
                    || score.outcome() != Outcome.VALID
                    || value == null
                    || wind == null
                    || wind.compareTo(limit) > 0) {
                continue;
            }
            Quantity counting = value.equals(mark) ? shown(line) : value;
            if (best == null || book.isBetter(counting, best)) {
                best = counting;
            }
        }
        return best;
    }

    private static Quantity shown(RankedLine line) {
        return Quantity.parse(line.text());
    }
}
