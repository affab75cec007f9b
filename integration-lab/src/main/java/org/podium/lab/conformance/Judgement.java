package org.podium.lab.conformance;

import java.util.List;

/**
 * How what came out of a unit compares with what is published.
 *
 * @param verdict in one word
 * @param reason why it is not {@link Verdict#EXACT}; empty when it is
 * @param differences one sentence for each competitor of whom something else came out than is published
 */
record Judgement(Verdict verdict, String reason, List<String> differences) {

    Judgement {
        differences = List.copyOf(differences);
    }

    /** In one word. */
    enum Verdict {
        /** Everything that is published came out. */
        EXACT,
        /** The order came out, but not who shares a rank. */
        TIES_DIFFER,
        /** Something else came out, or an event was not taken. */
        WRONG,
        /** A mark is missing, or something decided that the file does not show; everything else came out. */
        UNDECIDABLE,
        /** The file publishes neither ranks nor decisions. */
        NOTHING_PUBLISHED
    }
}
