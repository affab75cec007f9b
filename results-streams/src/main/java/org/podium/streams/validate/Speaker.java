package org.podium.streams.validate;

import org.podium.model.id.SourceId;

/**
 * Who makes venue events: a source of the venue, or one of the results desk. The two may bear the same id.
 *
 * @param desk true for a source of the desk
 */
public record Speaker(SourceId source, boolean desk) implements Comparable<Speaker> {

    @Override
    public int compareTo(Speaker other) {
        int byDesk = Boolean.compare(desk, other.desk);
        return byDesk != 0 ? byDesk : source.compareTo(other.source);
    }

    @Override
    public String toString() {
        return desk ? source + " of the desk" : source.toString();
    }
}
