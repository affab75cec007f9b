package org.podium.venue.ndjson;

/** Leaves the reading of a line at its first problem; never leaves the package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final LineProblem problem;

    Refusal(String field, LineProblem problem, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    <T> ParsedLine<T> on(long lineNumber) {
        return new ParsedLine.Refused<>(lineNumber, field, problem, String.valueOf(getMessage()));
    }
}
