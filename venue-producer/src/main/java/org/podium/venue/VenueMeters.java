package org.podium.venue;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.podium.venue.intake.Intake;
import org.podium.venue.publish.VenueAgent;

/** What an agent measures. */
final class VenueMeters {

    private VenueMeters() {}

    static void register(MeterRegistry registry, VenueAgent agent, Intake intake) {
        FunctionCounter.builder(
                        "podium.venue.events.taken",
                        intake,
                        lines -> lines.summary().taken())
                .description("Events that are on disk or further")
                .register(registry);
        FunctionCounter.builder(
                        "podium.venue.lines.refused",
                        intake,
                        lines -> lines.summary().refused())
                .description("Lines that are no event of this venue")
                .register(registry);
        FunctionCounter.builder(
                        "podium.venue.events.replaced",
                        intake,
                        lines -> lines.summary().replaced())
                .description("Events over the largest size, in whose place a notice was sent")
                .register(registry);
        FunctionCounter.builder("podium.venue.events.acknowledged", agent, VenueAgent::acknowledged)
                .description("Events that all replicas in sync have")
                .register(registry);
        Gauge.builder("podium.venue.events.waiting", agent, VenueAgent::waiting)
                .description("Events in the spool that Kafka has not acknowledged")
                .register(registry);
        Gauge.builder("podium.venue.spool.size", agent, VenueAgent::spoolBytes)
                .baseUnit("bytes")
                .description("Size of the spool on disk")
                .register(registry);
        TimeGauge.builder(
                        "podium.venue.stalled",
                        agent,
                        TimeUnit.MILLISECONDS,
                        open -> open.stalledFor().toMillis())
                .description("For how long events have been waiting without any being acknowledged")
                .register(registry);
    }
}
