package org.podium.streams.rank;

/**
 * Why a rule does not take a score.
 *
 * @param sentence what is wrong and what would be right, for the control room
 */
public record Refusal(Kind kind, String sentence) {

    /** The closed list of reasons. */
    public enum Kind {
        /** The rule has no use for a mark of this kind at this point or attempt. */
        WRONG_KIND,
        /** The value cannot have been achieved: negative, missing, or outside of the unit's plausible range. */
        IMPLAUSIBLE
    }
}
