package org.podium.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Result;
import org.podium.streams.simulator.SimulatedUnit;
import org.podium.streams.simulator.SimulationSettings;
import org.podium.streams.simulator.Simulator;
import org.podium.streams.topology.TopologyInMemory;
import org.podium.streams.topology.TopologySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Made-up units through the topology in memory, from their definitions to the medals. What an instance does for the
 * first time takes it many times as long, since the code is neither loaded nor compiled, and results would wait for it
 * (ADR 86).
 */
final class DryRun {

    private static final Logger log = LoggerFactory.getLogger(DryRun.class);

    private static final VenueCode VENUE = VenueCode.parse("DRY");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int COMPETITORS = 8;
    private static final int MARKS_EACH = 2;

    /** A few of each sport. */
    static final int UNITS = 4 * Simulator.sports();

    private DryRun() {}

    /**
     * Runs unit after unit. A run that fails is logged: an instance that is slow at first is better than none.
     *
     * @param limit when it stops, done or not; zero for no run
     * @return how many results there were
     */
    static int upTo(Duration limit) {
        if (limit.isZero()) {
            return 0;
        }
        long started = System.nanoTime();
        int results = 0;
        try (TopologyInMemory topology = new TopologyInMemory(
                TopologySettings.usual(new TopicCatalogue(List.of(VENUE)), 1, FeedFlag.PRODUCTION))) {
            Simulator simulator = new Simulator(
                    0,
                    new SimulationSettings(
                            CompetitionCode.parse("DRYRUN"),
                            List.of(VENUE),
                            START,
                            LENGTH,
                            COMPETITORS,
                            MARKS_EACH,
                            SimulationSettings.ALL_FINALS));
            for (int unit = 0; unit < UNITS && System.nanoTime() - started < limit.toNanos(); unit++) {
                results += run(simulator.unit(unit), topology, unit / Simulator.sports() % 2 == 1);
            }
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("the dry run failed; the first results will take longer");
            return results;
        }
        log.atInfo()
                .addKeyValue("results", results)
                .addKeyValue("ms", Duration.ofNanos(System.nanoTime() - started).toMillis())
                .log("ran dry");
        return results;
    }

    /** @param together as an instance takes them that is behind, as most are that take over */
    private static int run(SimulatedUnit unit, TopologyInMemory topology, boolean together) {
        topology.define(unit.definition(), START);
        if (together) {
            topology.takeTogether(unit.events());
        } else {
            unit.events().forEach(event -> topology.take(event, event.getVenueTime()));
        }
        return topology.written(TopicCatalogue.RESULTS_FEED.name(), Result.class)
                .size();
    }
}
