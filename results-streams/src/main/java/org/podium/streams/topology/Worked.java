package org.podium.streams.topology;

import java.util.List;
import org.podium.streams.event.UnitStanding;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.UnitView;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Definition;

/**
 * A unit, ranked.
 *
 * @param definition with those who are drawn
 */
record Worked(Definition definition, UnitView view, List<RankedLine> ranked) {

    /**
     * Ranks a unit.
     *
     * @throws ArithmeticException when its marks cannot be added up
     */
    static Worked of(Fold fold, Unit unit, Definition definition) {
        UnitView view = fold.view(unit.state(), definition);
        return new Worked(definition, view, unit.lines().rank(view, definition.rule()));
    }

    /** What its event sees of it. */
    UnitStanding standing() {
        UnitStanding.Stage stage = UnitStanding.stage(view.status(), view.scheduleStatus());
        boolean counts = stage == UnitStanding.Stage.UNOFFICIAL || stage == UnitStanding.Stage.OFFICIAL;
        return new UnitStanding(
                stage,
                view.starters(),
                counts ? ranked.stream().map(UnitStanding.Line::new).toList() : List.of());
    }
}
