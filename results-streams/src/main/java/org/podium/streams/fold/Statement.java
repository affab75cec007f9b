package org.podium.streams.fold;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Speaker;

/**
 * What stands in a slot. The higher layer outranks the lower one; in one layer the later sequence outranks the earlier
 * one.
 */
public final class Statement {

    /** The one that counts comes first. */
    static final Comparator<Statement> HIGHEST_FIRST = Comparator.comparingInt(Statement::layer)
            .thenComparingLong(Statement::sequence)
            .thenComparing(Statement::speaker)
            .reversed();

    private final int layer;
    private final Speaker speaker;
    private final long sequence;
    private final Payload payload;

    /** Made once: a statement is stored again with each later one of its slot. */
    private byte @Nullable [] binary;

    /**
     * A statement.
     *
     * @param layer order in which the sources took charge; the desk is above all of them, see {@link UnitState}
     * @param sequence place among the speaker's statements
     */
    public Statement(int layer, Speaker speaker, long sequence, Payload payload) {
        this.layer = layer;
        this.speaker = speaker;
        this.sequence = sequence;
        this.payload = payload;
    }

    public int layer() {
        return layer;
    }

    public Speaker speaker() {
        return speaker;
    }

    public long sequence() {
        return sequence;
    }

    public Payload payload() {
        return payload;
    }

    /**
     * Its stored form, which is made when it is asked for first; not to be changed.
     *
     * @param form makes it, the same each time
     */
    public byte[] binary(Function<Statement, byte[]> form) {
        byte[] made = binary;
        if (made == null) {
            made = form.apply(this);
            binary = made;
        }
        return made;
    }

    boolean isAt(Speaker who, long where) {
        return sequence == where && speaker.equals(who);
    }
}
