package org.podium.streams.fold;

import java.util.Comparator;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Speaker;

/**
 * What stands in a slot. The higher layer outranks the lower one; in one layer the later sequence outranks the earlier
 * one.
 *
 * @param layer order in which the sources took charge; the desk is above all of them, see {@link UnitState}
 * @param sequence place among the speaker's statements
 */
public record Statement(int layer, Speaker speaker, long sequence, Payload payload) {

    /** The one that counts comes first. */
    static final Comparator<Statement> HIGHEST_FIRST = Comparator.comparingInt(Statement::layer)
            .thenComparingLong(Statement::sequence)
            .thenComparing(Statement::speaker)
            .reversed();

    boolean isAt(Speaker who, long where) {
        return sequence == where && speaker.equals(who);
    }
}
