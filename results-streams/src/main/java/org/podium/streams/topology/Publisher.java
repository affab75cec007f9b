package org.podium.streams.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.EventResult;
import org.podium.streams.validate.Report;

/** Forwards what the unit stage has decided, and counts it. */
final class Publisher {

    private final ProcessorContext<String, Emission> context;
    private final TopologyMetrics metrics;

    Publisher(ProcessorContext<String, Emission> context, TopologyMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    /** A new version of a unit's result. */
    void result(UnitKey unit, Settlement.Publication publication) {
        again(unit, publication);
        metrics.published(publication.result().getTakenAt());
    }

    /** The newest version of a unit's result, which was published before. */
    void again(UnitKey unit, Settlement.Publication publication) {
        context.forward(new Record<>(
                unit.toString(),
                new Emission.OfResult(publication.encoded()),
                publication.result().getTakenAt().toEpochMilli()));
    }

    void event(EventKey event, EventResult result) {
        context.forward(new Record<>(
                event.toString(),
                new Emission.OfEvent(result),
                result.getTakenAt().toEpochMilli()));
    }

    void report(Report report) {
        metrics.reported(report.disposition(), report.reason());
        context.forward(new Record<>(
                Rejects.keyOf(report),
                new Emission.OfReject(Rejects.of(report)),
                report.origin().timestamp()));
    }
}
