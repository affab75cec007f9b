package org.podium.model.id;

/**
 * Id of a competitor (person, pair or team), unique within a competition. Grammar: {@code [A-Z0-9][A-Z0-9_-]{0,33}}.
 */
public record CompetitorId(String value) implements Comparable<CompetitorId> {

    /** @throws InvalidIdException when the value does not follow the grammar */
    public CompetitorId {
        if (!Letters.NAME.are(value, 1, 34, Letters.CODE)) {
            throw new InvalidIdException("competitor id", value, "1 to 34 of A-Z, 0-9, '-' and '_'");
        }
    }

    /**
     * The competitor id that the text prints.
     *
     * @throws InvalidIdException when the text does not follow the grammar
     */
    public static CompetitorId parse(String text) {
        return new CompetitorId(text);
    }

    @Override
    public int compareTo(CompetitorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
