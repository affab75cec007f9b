package org.podium.venue.ndjson;

/**
 * One thing that is wrong with a text.
 *
 * @param reason why, from a closed list
 * @param field where in the object, such as {@code mark.value} or {@code startList[3].competitor}; empty for the whole
 * @param line number of the line, from 1
 * @param column number of the character in the line, from 1
 * @param sentence what was found and what to do, for people
 */
public record Problem(Reason reason, String field, long line, int column, String sentence) {

    /** One line for a log: {@code line 7, column 31, mark.value: WRONG_TYPE: ...}. */
    @Override
    public String toString() {
        return "line %d, column %d%s: %s: %s"
                .formatted(line, column, field.isEmpty() ? "" : ", " + field, reason, sentence);
    }
}
