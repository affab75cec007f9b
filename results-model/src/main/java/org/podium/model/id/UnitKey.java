package org.podium.model.id;

/**
 * A unit of a competition: the key of every topic about results. Printed as
 * {@code OG2024/ATHM100M--------------FNL-000100--}: competition code, slash, RSC.
 */
public record UnitKey(CompetitionCode competition, Rsc rsc) implements Comparable<UnitKey> {

    /**
     * The key that the text prints.
     *
     * @throws InvalidIdException when the text is not a unit key
     */
    public static UnitKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new InvalidIdException("unit key", text, "a competition code, '/' and an RSC");
        }
        return of(text.substring(0, slash), text.substring(slash + 1));
    }

    /**
     * The key of a competition code and an RSC as they stand in messages.
     *
     * @throws InvalidIdException when one of them is not valid
     */
    public static UnitKey of(String competition, String rsc) {
        return new UnitKey(CompetitionCode.parse(competition), Rsc.parse(rsc));
    }

    /** Key of the event that the unit belongs to. */
    public EventKey event() {
        return new EventKey(competition, rsc.event());
    }

    @Override
    public int compareTo(UnitKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return competition + "/" + rsc;
    }
}
