package org.podium.model.id;

/**
 * Code of a competition, such as {@code OG2024}; a rehearsal has a code of its own, so that it can never overwrite the
 * real one. Grammar: {@code [A-Z0-9][A-Z0-9-]{1,19}}.
 */
public record CompetitionCode(String value) implements Comparable<CompetitionCode> {

    /** @throws InvalidIdException when the value does not follow the grammar */
    public CompetitionCode {
        if (!Letters.PADDED_CODE.are(value, 2, 20, Letters.CODE)) {
            throw new InvalidIdException(
                    "competition code", value, "2 to 20 of A-Z, 0-9 and '-', such as OG2024 or OG2024-TR1");
        }
    }

    /**
     * The competition code that the text prints.
     *
     * @throws InvalidIdException when the text does not follow the grammar
     */
    public static CompetitionCode parse(String text) {
        return new CompetitionCode(text);
    }

    @Override
    public int compareTo(CompetitionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
