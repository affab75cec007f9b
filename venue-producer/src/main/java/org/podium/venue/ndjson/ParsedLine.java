package org.podium.venue.ndjson;

/**
 * What became of a line.
 *
 * @param <T> what the line holds
 */
public sealed interface ParsedLine<T> {

    /** Number of the line, from 1. */
    long lineNumber();

    /**
     * The line was good.
     *
     * @param message what it holds
     */
    record Read<T>(long lineNumber, T message) implements ParsedLine<T> {}

    /**
     * The line was refused.
     *
     * @param field path of the field concerned, such as {@code startList[2].bib}; empty when it is the whole line
     * @param problem why
     * @param sentence the same for people: what was found, and what to do
     */
    record Refused<T>(long lineNumber, String field, LineProblem problem, String sentence) implements ParsedLine<T> {

        @Override
        public String toString() {
            return "line %d: %s%s: %s"
                    .formatted(lineNumber, problem, field.isEmpty() ? "" : " in " + field, sentence);
        }
    }

    /**
     * What the line holds, for files that are part of the build.
     *
     * @throws IllegalArgumentException when it was refused
     */
    default T orElseThrow() {
        return switch (this) {
            case Read<T> read -> read.message();
            case Refused<T> refused -> throw new IllegalArgumentException(refused.toString());
        };
    }
}
