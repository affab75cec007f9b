package org.podium.model.id;

/**
 * Results System Code of a unit (ODF Common Codes): 34 characters, right-padded with {@code -}.
 *
 * <pre>
 * ATH M 100M-------------- FNL- 000100--
 * │   │ │                  │    └ unit, 8: 6 and a sub-unit of 2
 * │   │ │                  └ phase, 4
 * │   │ └ event, 18
 * │   └ gender, 1: M, W, X (mixed) or O (open)
 * └ discipline, 3
 * </pre>
 */
public record Rsc(String value) implements Comparable<Rsc> {

    private static final int LENGTH = 34;

    /** Length of the event with discipline and gender. */
    static final int EVENT_END = 22;

    private static final int PHASE_END = 26;

    /** @throws InvalidIdException when the value is not an RSC of a unit */
    public Rsc {
        if (!Letters.areRsc(value, LENGTH)) {
            throw new InvalidIdException(
                    "RSC",
                    value,
                    LENGTH + " characters (this has " + value.length()
                            + "): discipline 3, gender M, W, X or O, event 18, phase 4, unit 8, of A-Z and 0-9, padded"
                            + " with '-', such as ATHM100M--------------FNL-000100--");
        }
    }

    /**
     * The RSC that the text prints.
     *
     * @throws InvalidIdException when the text is not an RSC of a unit
     */
    public static Rsc parse(String text) {
        return new Rsc(text);
    }

    /** Discipline, 3 characters, such as {@code ATH}. */
    public String discipline() {
        return value.substring(0, 3);
    }

    /** Gender, such as {@code M}. */
    public char gender() {
        return value.charAt(3);
    }

    /** Event with discipline and gender: the first 22 characters. */
    public String event() {
        return value.substring(0, EVENT_END);
    }

    /** Phase with its event: the first 26 characters. */
    public String phase() {
        return value.substring(0, PHASE_END);
    }

    @Override
    public int compareTo(Rsc other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
