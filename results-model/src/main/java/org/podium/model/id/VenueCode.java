package org.podium.model.id;

/** Code of a venue, part of the name of its topic. Grammar: {@code [A-Z0-9]{2,10}}. */
public record VenueCode(String value) implements Comparable<VenueCode> {

    /** @throws InvalidIdException when the value does not follow the grammar */
    public VenueCode {
        if (!Letters.CODE.are(value, 2, 10, Letters.CODE)) {
            throw new InvalidIdException("venue code", value, "2 to 10 of A-Z and 0-9, such as STA");
        }
    }

    /**
     * The venue code that the text prints.
     *
     * @throws InvalidIdException when the text does not follow the grammar
     */
    public static VenueCode parse(String text) {
        return new VenueCode(text);
    }

    @Override
    public int compareTo(VenueCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
