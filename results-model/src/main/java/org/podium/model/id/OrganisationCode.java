package org.podium.model.id;

/** Code of what a competitor competes for, such as an NOC. Grammar: {@code [A-Z]{3}}. */
public record OrganisationCode(String value) implements Comparable<OrganisationCode> {

    /** @throws InvalidIdException when the value does not follow the grammar */
    public OrganisationCode {
        if (!Letters.CAPITALS.are(value, 3, 3, Letters.CAPITALS)) {
            throw new InvalidIdException("organisation code", value, "3 capital letters, such as KEN");
        }
    }

    /**
     * The organisation code that the text prints.
     *
     * @throws InvalidIdException when the text does not follow the grammar
     */
    public static OrganisationCode parse(String text) {
        return new OrganisationCode(text);
    }

    @Override
    public int compareTo(OrganisationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
