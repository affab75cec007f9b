package org.podium.gateway.board;

import java.util.Comparator;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.UnitKey;

/**
 * What revisions follow each other of.
 *
 * @param part what it is
 * @param key its key as the topic prints it: competition, slash, and RSC, event or organisation
 */
public record Subject(Part part, String key) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::part).thenComparing(Subject::key);

    public static Subject of(UnitKey unit) {
        return new Subject(Part.UNIT, unit.toString());
    }

    public static Subject of(EventKey event) {
        return new Subject(Part.EVENT, event.toString());
    }

    public static Subject of(CompetitionCode competition, OrganisationCode organisation) {
        return new Subject(Part.MEDALS, competition + "/" + organisation);
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
