package org.podium.lab.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.VenueCode;
import org.podium.streams.simulator.SimulationSettings;
import org.podium.streams.simulator.Simulator;

/** Scripts of made-up units, the same ones every time. */
public final class Simulated {

    private static final long SEED = 2024;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int COMPETITORS = 8;
    private static final int MARKS_EACH = 4;

    private Simulated() {}

    /** So many units of about 40 events, all going on over the whole length. */
    public static List<Script> units(int number, String competition, List<VenueCode> venues, Duration length) {
        SimulationSettings settings = new SimulationSettings(
                CompetitionCode.parse(competition),
                venues,
                START,
                length,
                COMPETITORS,
                MARKS_EACH,
                SimulationSettings.ALL_FINALS);
        return new Simulator(SEED, settings)
                .units(number).stream().map(unit -> Script.of(unit, START)).toList();
    }
}
