package org.podium.operations.config;

/**
 * A TCP port.
 *
 * @param number 0 to 65535; 0 lets the system choose a free one
 */
public record Port(int number) {

    private static final String GRAMMAR = "a port is a whole number from 0 to 65535, where 0 lets the system choose";
    private static final int LARGEST = 65_535;

    /** @throws IllegalArgumentException when it is out of range */
    public Port {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException(GRAMMAR);
        }
    }

    /**
     * The port that the text prints.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Port parse(CharSequence text) {
        try {
            return new Port(Integer.parseInt(text.toString()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(GRAMMAR, e);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
