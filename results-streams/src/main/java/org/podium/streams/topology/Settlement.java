package org.podium.streams.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.streams.event.Outcome;
import org.podium.streams.records.Claim;

/** What a changed unit comes to. */
sealed interface Settlement {

    /**
     * It can be borne, and this is what is to be done.
     *
     * @param parts of the state that are to be stored
     * @param publication null when the world sees no difference
     * @param outcome what follows for the event now; null when nothing of it changes
     * @param claims marks that equal or break a record
     */
    record Borne(
            Units.Parts parts,
            @Nullable Publication publication,
            @Nullable Outcome outcome,
            List<Claim> claims) implements Settlement {}

    /**
     * It cannot, and nothing of it is to be done.
     *
     * @param sentence what is too much and what to do about it
     */
    record Unbearable(RejectReason reason, String sentence) implements Settlement {}

    /**
     * A new version of a result.
     *
     * @param encoded the same in the wire format
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Publication(Result result, byte[] encoded) {}
}
