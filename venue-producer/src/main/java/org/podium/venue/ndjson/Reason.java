package org.podium.venue.ndjson;

/** Why a line is not a venue event. The list is closed; {@code docs/venue-events.md} says what to do about each. */
public enum Reason {
    /** The bytes are not UTF-8. */
    NOT_UTF8,
    /** The text is not JSON, or not a single JSON value. */
    NOT_JSON,
    /** The text is JSON, but not an object in braces. */
    NOT_AN_OBJECT,
    /** The line is longer than is read. */
    LINE_TOO_LONG,
    /** A field stands twice in the same object. */
    DUPLICATE_FIELD,
    /** There is no field of that name here. */
    UNKNOWN_FIELD,
    /** A field is missing that has to be there. */
    MISSING_FIELD,
    /** A value is of another JSON type than the field has, such as a number where a text in quotes is due. */
    WRONG_TYPE,
    /** A text is not an RSC. */
    INVALID_RSC,
    /** A text is not a code or id of the kind that the field has. */
    INVALID_ID,
    /** A competitor stands twice on a list. */
    REPEATED_COMPETITOR,
    /** A text is not one of the field's words. */
    UNKNOWN_WORD,
    /** A text is not an exact decimal or clock time. */
    INVALID_QUANTITY,
    /** A text is not an instant. */
    INVALID_TIME,
    /** A text is empty, too long or has characters that the field does not allow. */
    INVALID_TEXT,
    /** A number is not whole, too small or too large. */
    OUT_OF_RANGE,
    /** The line carries something that its kind does not have. */
    WRONG_PAYLOAD,
    /** An amendment names an event that cannot be an earlier one. */
    AMENDS_NOTHING,
    /** An amendment does not say why. */
    REASON_MISSING
}
