package org.podium.streams.validate;

import static org.podium.model.wire.ResultStatus.INTERMEDIATE;
import static org.podium.model.wire.ResultStatus.LIVE;
import static org.podium.model.wire.ResultStatus.OFFICIAL;
import static org.podium.model.wire.ResultStatus.PARTIAL;
import static org.podium.model.wire.ResultStatus.PROTESTED;
import static org.podium.model.wire.ResultStatus.PROVISIONAL;
import static org.podium.model.wire.ResultStatus.START_LIST;
import static org.podium.model.wire.ResultStatus.UNCONFIRMED;
import static org.podium.model.wire.ResultStatus.UNOFFICIAL;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.ResultStatus;

/**
 * The life of a result, as its venue may tell it.
 *
 * <pre>
 * (none) ─► START_LIST ─► LIVE ⇄ INTERMEDIATE ─► UNCONFIRMED ─► UNOFFICIAL ─► OFFICIAL
 *                           ⇅                                        ⇅            ⇅
 *                    PARTIAL, PROVISIONAL                        PROTESTED    PROTESTED
 * </pre>
 *
 * The first step is START_LIST; any other may be left out. There is no way back but from INTERMEDIATE, PARTIAL and
 * PROVISIONAL to LIVE, and through PROTESTED. The same status may be said again. A status that was said by mistake is
 * withdrawn. The desk may say any status at any time.
 */
public final class StatusTransitions {

    private static final Map<ResultStatus, Set<ResultStatus>> NEXT = new EnumMap<>(Map.of(
            START_LIST, EnumSet.of(LIVE, INTERMEDIATE, PARTIAL, PROVISIONAL, UNCONFIRMED, UNOFFICIAL, OFFICIAL),
            LIVE, EnumSet.of(INTERMEDIATE, PARTIAL, PROVISIONAL, UNCONFIRMED, UNOFFICIAL, OFFICIAL, PROTESTED),
            INTERMEDIATE, EnumSet.of(LIVE, PARTIAL, PROVISIONAL, UNCONFIRMED, UNOFFICIAL, OFFICIAL, PROTESTED),
            PARTIAL, EnumSet.of(LIVE, INTERMEDIATE, PROVISIONAL, UNCONFIRMED, UNOFFICIAL, OFFICIAL, PROTESTED),
            PROVISIONAL, EnumSet.of(LIVE, INTERMEDIATE, PARTIAL, UNCONFIRMED, UNOFFICIAL, OFFICIAL, PROTESTED),
            UNCONFIRMED, EnumSet.of(UNOFFICIAL, OFFICIAL, PROTESTED),
            UNOFFICIAL, EnumSet.of(OFFICIAL, PROTESTED),
            OFFICIAL, EnumSet.of(PROTESTED),
            PROTESTED, EnumSet.of(UNOFFICIAL, OFFICIAL)));

    private StatusTransitions() {}

    /** Whether a venue may say this status after that one; null before the first. */
    public static boolean isLegal(@Nullable ResultStatus from, ResultStatus to) {
        if (from == null) {
            return to == START_LIST;
        }
        return from == to || NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** The statuses that a venue may say next, for people. */
    public static Set<ResultStatus> next(@Nullable ResultStatus from) {
        return from == null ? EnumSet.of(START_LIST) : NEXT.getOrDefault(from, Set.of());
    }
}
