package org.podium.streams.topology;

import org.podium.model.id.UnitKey;
import org.podium.streams.fold.Cause;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.SourceRecord;

/** Stores and publishes a unit that was settled, and carries what follows from it into its event. */
final class Effects {

    private final Units units;
    private final Publisher publisher;
    private final RecordSpread spread;
    private final Consequences consequences;
    private final TopologyMetrics.Task measured;

    Effects(
            Units units,
            Publisher publisher,
            RecordSpread spread,
            Consequences consequences,
            TopologyMetrics.Task measured) {
        this.units = units;
        this.publisher = publisher;
        this.spread = spread;
        this.consequences = consequences;
        this.measured = measured;
    }

    /** @param origin the record behind it */
    void carryOut(Definition definition, Unit unit, Settlement.Borne borne, Cause cause, SourceRecord origin) {
        UnitKey key = definition.unit();
        units.store(key, unit, borne.parts());
        measured.held(key, unit.state().heldEvents());
        Settlement.Publication publication = borne.publication();
        if (publication != null) {
            publisher.result(key, publication);
        }
        spread.afterUnit(definition, borne.claims(), cause, origin);
        consequences.ofUnit(
                definition, publication == null ? null : publication.result(), borne.outcome(), cause, origin);
    }
}
