package org.podium.lab.chaos;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.lab.cluster.Archives;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.cluster.Member;
import org.podium.lab.cluster.Setup;
import org.podium.lab.latency.Percentiles;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Findings;
import org.podium.lab.trial.Stretch;
import org.podium.lab.trial.Trial;

/** One run of the campaign: starts everything, lets faults happen under load, and judges. */
final class Campaign {

    /** Under load, before the archives of classes are made: what is loaded then is in them. */
    private static final Duration TRAINING = Duration.ofSeconds(15);

    private static final Duration ARCHIVE_LIMIT = Duration.ofSeconds(90);
    /** The JVMs are warm when nearly all results of this long come in less than {@link #CALM}. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private static final Duration CALM = Duration.ofSeconds(1);

    /** A machine that is not calm by then does not carry the load. */
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(3);

    /** After the end of a fault: longer than the budget, so that what is late is the fault's own. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /**
     * Before a fault: longer than a result takes while nothing is wrong, so that the fault befalls none from before.
     */
    private static final Duration LEAD = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final int eventsPerSecond;
    private final List<String> skipped = new ArrayList<>();
    private final long started = System.nanoTime();

    /** @param eventsPerSecond the load */
    Campaign(PrintWriter out, int eventsPerSecond) {
        this.out = out;
        this.eventsPerSecond = eventsPerSecond;
    }

    /**
     * What came of it.
     *
     * @param happened each fault that happened, in their order
     * @param skipped what could not be tried on this machine, with the reason
     * @param broken what kept the campaign from going on to its end; null when nothing did
     */
    record Outcome(
            List<Happened> happened,
            List<String> skipped,
            @Nullable StackException broken) {}

    /** A fault, and what clients saw meanwhile. */
    record Happened(Fault fault, Findings findings) {}

    /**
     * Lets the faults happen.
     *
     * @throws StackException when the cluster does not start; what breaks later is part of the outcome
     */
    Outcome run(DataDirectory data, List<Fault> faults) throws InterruptedException {
        Archives archives = Archives.made(data.directory("archives"));
        try (DataDirectory training = DataDirectory.kept(data.directory("training"));
                Cluster cluster = Cluster.start(Setup.ONE_OF_EACH, training, archives, Trial.VENUES, this::say);
                Trial _ = start(cluster, training)) {
            Thread.sleep(TRAINING);
            boolean made = cluster.stop(ARCHIVE_LIMIT);
            say(made ? "archives of classes made" : "archives of classes made, but for some that took too long");
        }
        try (Cluster cluster = Cluster.start(Setup.REDUNDANT, data, archives.used(), Trial.VENUES, this::say);
                Trial trial = start(cluster, data)) {
            return run(cluster, trial, faults);
        }
    }

    private Trial start(Cluster cluster, DataDirectory data) throws InterruptedException {
        return Trial.start(Trial.Place.of(cluster), data, "CHAOS", eventsPerSecond);
    }

    private Outcome run(Cluster cluster, Trial trial, List<Fault> faults) throws InterruptedException {
        cluster.awaitRedundancy();
        Percentiles warm = trial.warmUp(latencies -> latencies.p99().compareTo(CALM) <= 0, WARM_UP, WARM_UP_LIMIT);
        say("warmed up: %s".formatted(warm));
        Scene scene = new Scene(cluster, trial, eventsPerSecond);
        List<Befallen> befallen = new ArrayList<>();
        StackException broken = null;
        try {
            for (Fault fault : faults) {
                befall(trial, scene, fault, befallen);
            }
        } catch (StackException e) {
            say("STOPPED: " + e.getMessage());
            broken = e;
        }
        boolean acknowledged = trial.finish();
        if (!acknowledged && broken == null) {
            broken = new StackException("Kafka did not acknowledge everything that the agents had taken");
        }
        List<Happened> happened = befallen.stream()
                .map(each -> new Happened(each.fault(), each.stretch().findings()))
                .toList();
        return new Outcome(happened, List.copyOf(skipped), broken);
    }

    /** A fault, and its stretch of time, of which more may come to be known until the end. */
    private record Befallen(Fault fault, Stretch stretch) {}

    private void befall(Trial trial, Scene scene, Fault fault, List<Befallen> befallen) throws InterruptedException {
        if (fault.name().equals(Faults.FULL_DISK)
                && scene.cluster().members().stream().noneMatch(Member::hasDisk)) {
            skip(fault, "mounting a file system of its own for a broker is not allowed here");
            return;
        }
        trial.load().requireAlive();
        Stretch stretch = trial.begin();
        befallen.add(new Befallen(fault, stretch));
        Thread.sleep(LEAD);
        fault.deed().on(scene);
        scene.cluster().awaitRedundancy();
        trial.pass(SETTLE);
        Findings findings = stretch.findings();
        say("%s: %s (%s)".formatted(fault.name(), findings.latencies(), findings.slowest()));
    }

    private void skip(Fault fault, String why) {
        skipped.add(fault.what() + ": " + why);
        say("SKIPPED " + fault.name() + ": " + why);
    }

    private void say(String step) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, step);
        out.flush();
    }
}
