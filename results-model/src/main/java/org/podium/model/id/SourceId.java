package org.podium.model.id;

/** Id of a system that makes venue events, such as {@code TIMING-1}. Grammar: {@code [A-Z0-9][A-Z0-9_-]{0,29}}. */
public record SourceId(String value) implements Comparable<SourceId> {

    /** @throws InvalidIdException when the value does not follow the grammar */
    public SourceId {
        if (!Letters.NAME.are(value, 1, 30, Letters.CODE)) {
            throw new InvalidIdException("source id", value, "1 to 30 of A-Z, 0-9, '-' and '_', such as TIMING-1");
        }
    }

    /**
     * The source id that the text prints.
     *
     * @throws InvalidIdException when the text does not follow the grammar
     */
    public static SourceId parse(String text) {
        return new SourceId(text);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
