package org.podium.model.id;

/**
 * An event of a competition: the key of venue events and what decides the partition of all that belongs to the event.
 * Printed as {@code OG2024/ATHM100M--------------}: competition code, slash, the first 22 characters of the RSC.
 */
public record EventKey(CompetitionCode competition, String event) implements Comparable<EventKey> {

    private static final String GRAMMAR = "a competition code, '/' and the first 22 characters of an RSC";

    /** @throws InvalidIdException when the event is not the first 22 characters of an RSC */
    public EventKey {
        if (!Letters.areRsc(event, Rsc.EVENT_END)) {
            throw new InvalidIdException("event of an RSC", event, "the first 22 characters of an RSC");
        }
    }

    /**
     * The key that the text prints.
     *
     * @throws InvalidIdException when the text is not an event key
     */
    public static EventKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new InvalidIdException("event key", text, GRAMMAR);
        }
        return new EventKey(CompetitionCode.parse(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public int compareTo(EventKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return competition + "/" + event;
    }
}
