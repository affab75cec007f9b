package org.podium.venue.ndjson;

/** Why a line was refused. Each problem is explained in {@code docs/venue-events.md}. */
public enum LineProblem {
    /** Longer than {@link LineSource#MAX_LINE_BYTES}; the line was skipped without being kept. */
    TOO_LONG,
    /** The bytes are not UTF-8. */
    NOT_UTF8,
    /** Not one whole JSON object. */
    NOT_JSON,
    /** A field stands twice in the same object. */
    DUPLICATE_FIELD,
    /** A field that the format does not have at this place. */
    UNKNOWN_FIELD,
    /** A field that has to be there is not. */
    MISSING_FIELD,
    /** A number where a text is due, a text where a number is due, and so on. */
    WRONG_TYPE,
    /** The right type, but not a value that the format allows. */
    WRONG_VALUE,
    /** The field of another kind of event. */
    WRONG_PAYLOAD
}
