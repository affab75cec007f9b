package org.podium.gateway.board;

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
        int byPart = part.compareTo(other.part);
        return byPart == 0 ? key.compareTo(other.key) : byPart;
    }
}
