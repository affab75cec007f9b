package org.podium.lab.outside;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.podium.lab.recording.Recording;
import org.podium.lab.recording.Recordings;
import org.podium.lab.replay.Player;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.Simulated;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.StackException;
import org.podium.lab.stack.Venues;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.ConfluentSchemaRegistry;
import org.podium.model.serde.SchemaRegistry;

/** All venues of the recordings, connected to a cluster, ready to play competitions. */
public final class Simulation implements AutoCloseable {

    private static final String SIMULATED = "SIM";

    /** Long enough to publish the definitions before the first event. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final List<Recording> recordings = Recordings.load();
    private final DataDirectory spools;
    private final SchemaRegistry registry;
    private final Venues venues;

    /**
     * Connects every venue with its own credential.
     *
     * @throws StackException when a credential is missing
     */
    public Simulation(Cluster cluster, InstantSource clock) {
        this.clock = clock;
        this.spools = DataDirectory.temporary();
        this.registry = new ConfluentSchemaRegistry(cluster.registry());
        this.venues = Venues.start(spools, codes(), cluster::clientOf, registry);
    }

    /** Codes of the venues, in the order of the recordings. */
    public List<VenueCode> codes() {
        return recordings.stream()
                .map(recording -> VenueCode.parse(recording.definition().getVenue()))
                .distinct()
                .toList();
    }

    /** What is recorded. */
    public List<Recording> recordings() {
        return recordings;
    }

    /** The recordings, and so many made-up units beside them. */
    public List<Script> scripts(int units) {
        List<Script> scripts =
                new ArrayList<>(recordings.stream().map(Script::of).toList());
        Duration length =
                recordings.stream().map(Recording::end).max(Duration::compareTo).orElse(Duration.ZERO);
        scripts.addAll(Simulated.units(units, SIMULATED, codes(), length));
        return scripts;
    }

    /**
     * When everything is taken, in a replay that begins now.
     *
     * @param speed how many times as fast as the scripts say
     * @param competition the code under which a competition is played, by its code in the scripts
     */
    public Timetable timetable(List<Script> scripts, BigDecimal speed, UnaryOperator<String> competition) {
        return Timetable.of(scripts, clock.instant().plus(LEAD), speed, competition);
    }

    /** Plays a timetable, and returns when the brokers have everything. */
    public void play(Timetable timetable) throws InterruptedException {
        venues.define(timetable.definitions());
        new Player(clock).play(timetable, venues::take);
        if (!venues.flush()) {
            throw new StackException(
                    "The brokers did not acknowledge everything; what is missing is lost with the spools");
        }
    }

    @Override
    public void close() {
        venues.close();
        registry.close();
        spools.close();
    }
}
