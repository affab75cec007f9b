package org.podium.lab.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.podium.lab.replay.Script;
import org.podium.lab.replay.TimedEvent;
import org.podium.lab.replay.Timetable;
import org.podium.lab.stack.StackException;
import org.podium.lab.stack.Venues;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.VenueCode;
import org.podium.streams.simulator.SimulatedUnit;
import org.podium.streams.simulator.SimulationSettings;
import org.podium.streams.simulator.Simulator;
import org.podium.venue.publish.TakeOutcome;

/**
 * A steady load of simulated units until it is stopped: so many venue events a second, each taken by its venue's agent
 * at a moment that was decided before. New units begin all the time, and each takes a dozen seconds from its start list
 * to its official result. Definitions go out some seconds ahead.
 */
public final class Load implements AutoCloseable {

    private static final long SEED = 2024;
    private static final Instant SIMULATED_START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration UNIT_LENGTH = Duration.ofSeconds(12);

    /** A competition is about as large as Paris 2024 was, with its 3,894 units; then the next one begins. */
    private static final int UNITS_OF_A_COMPETITION = 3_900;

    /** As many as there were for each of its 329 events with medals. */
    private static final int UNITS_A_FINAL = 12;

    private static final int COMPETITORS = 8;
    private static final int MARKS_EACH = 4;

    /** A unit is defined this long before it starts: well over any stall of a broker. */
    private static final Duration DEFINED_AHEAD = Duration.ofSeconds(6);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Venues venues;
    private final Checker checker;
    private final InstantSource clock;
    private final List<VenueCode> codes;
    private final String competition;
    private volatile Duration between;
    private final PriorityBlockingQueue<TimedEvent> due =
            new PriorityBlockingQueue<>(1_000, Comparator.comparing(TimedEvent::taken));
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private int number;
    private volatile boolean beginsUnits = true;

    private Load(
            Venues venues,
            List<VenueCode> codes,
            String competition,
            Checker checker,
            InstantSource clock,
            int eventsPerSecond) {
        this.venues = venues;
        this.checker = checker;
        this.clock = clock;
        this.between = between(eventsPerSecond);
        this.codes = List.copyOf(codes);
        this.competition = competition;
    }

    /** Begins. */
    static Load start(
            Venues venues,
            List<VenueCode> codes,
            String competition,
            Checker checker,
            InstantSource clock,
            int eventsPerSecond) {
        Load load = new Load(venues, codes, competition, checker, clock, eventsPerSecond);
        load.run("load-units", load::beginUnits);
        load.run("load-events", load::takeEvents);
        return load;
    }

    private static Duration between(int eventsPerSecond) {
        return Duration.ofSeconds(1).dividedBy(eventsPerSecond);
    }

    /** From now on units begin as often as so many events a second want; those that have begun go on as they were. */
    public void pace(int eventsPerSecond) {
        between = between(eventsPerSecond);
    }

    private void run(String name, Work work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }));
    }

    /** What a thread does. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private void beginUnits() throws InterruptedException {
        Instant next = clock.instant().plus(DEFINED_AHEAD);
        while (beginsUnits) {
            if (next.isAfter(clock.instant().plus(DEFINED_AHEAD))) {
                Thread.sleep(LOOK);
                continue;
            }
            int events = begin(List.of(nextUnit()), next, BigDecimal.ONE);
            next = next.plus(between.multipliedBy(events));
        }
    }

    private synchronized SimulatedUnit nextUnit() {
        SimulatedUnit unit;
        do {
            unit = simulator(number / UNITS_OF_A_COMPETITION).unit(number++);
        } while (!SimpleRanks.knows(unit.definition().getRule().getName()));
        return unit;
    }

    private Simulator simulator(int count) {
        return new Simulator(
                SEED,
                new SimulationSettings(
                        CompetitionCode.parse(competition + count),
                        codes,
                        SIMULATED_START,
                        UNIT_LENGTH,
                        COMPETITORS,
                        MARKS_EACH,
                        UNITS_A_FINAL));
    }

    private int begin(List<SimulatedUnit> units, Instant start, BigDecimal speed) throws InterruptedException {
        Timetable timetable = Timetable.of(
                units.stream().map(unit -> Script.of(unit, SIMULATED_START)).toList(),
                start,
                speed,
                UnaryOperator.identity());
        timetable.definitions().forEach(checker::defined);
        venues.define(timetable.definitions());
        due.addAll(timetable.events());
        return timetable.events().size();
    }

    /**
     * Adds units whose events are spread evenly over a length of time, all beginning at once.
     *
     * @param eventsPerSecond what they add to the load
     * @return when they begin
     */
    public Instant burst(int eventsPerSecond, Duration length) throws InterruptedException {
        List<SimulatedUnit> units = new ArrayList<>();
        for (long events = 0; events < eventsPerSecond * length.toSeconds(); ) {
            SimulatedUnit unit = nextUnit();
            units.add(unit);
            events += unit.events().size();
        }
        Instant start = clock.instant().plus(DEFINED_AHEAD);
        BigDecimal speed = BigDecimal.valueOf(UNIT_LENGTH.toMillis())
                .divide(BigDecimal.valueOf(length.toMillis()), MathContext.DECIMAL32);
        begin(units, start, speed);
        return start;
    }

    private void takeEvents() throws InterruptedException {
        while (true) {
            TimedEvent next = due.take();
            Duration left = Duration.between(clock.instant(), next.taken());
            if (left.compareTo(LOOK) > 0) {
                due.add(next); // an earlier one may come meanwhile
                Thread.sleep(LOOK);
                continue;
            }
            if (left.isPositive()) {
                Thread.sleep(left);
            }
            checker.sent(next);
            if (!(venues.take(next.event()) instanceof TakeOutcome.Taken)) {
                throw new StackException("An agent did not take an event: " + next.event());
            }
        }
    }

    /**
     * Begins no more units and waits until those that have begun are over and Kafka has acknowledged everything.
     *
     * @return false when it has not acknowledged everything in time
     */
    boolean finish() throws InterruptedException {
        beginsUnits = false;
        threads.getFirst().join();
        while (!due.isEmpty()) {
            requireAlive();
            Thread.sleep(LOOK);
        }
        Thread.sleep(LOOK.multipliedBy(2)); // the last one was taken from the queue and is about to be taken
        requireAlive();
        return venues.flush();
    }

    /**
     * Asks whether it goes on.
     *
     * @throws StackException when it could not
     */
    public void requireAlive() {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new StackException("The load could not go on: " + failed, failed);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
