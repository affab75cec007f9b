package org.podium.streams.event;

import java.util.List;
import java.util.Map;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Starter;

/** Matches without an opponent. */
final class Byes {

    private Byes() {}

    static UnitStanding.Line winner(Starter starter) {
        Performance performance =
                new Performance(starter.competitor(), starter.startOrder(), starter.lot(), List.of(), null, Map.of());
        return new UnitStanding.Line(new RankedLine(
                performance, 1, 1, false, MarkKind.SCORE, null, "", null, null, null, Outcome.WON, null));
    }
}
