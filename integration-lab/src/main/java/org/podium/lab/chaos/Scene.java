package org.podium.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.podium.lab.cluster.Cluster;
import org.podium.lab.cluster.Kind;
import org.podium.lab.cluster.Member;
import org.podium.lab.stack.StackException;
import org.podium.lab.trial.Trial;

/**
 * Where faults happen.
 *
 * @param cluster whose processes they befall
 * @param trial that is on it
 * @param eventsPerSecond of the load
 */
record Scene(Cluster cluster, Trial trial, int eventsPerSecond) {

    /** Long enough that everything that follows from a death has happened before the process comes back. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    Member registry() {
        return cluster.members(Kind.REGISTRY).getFirst();
    }

    /** A gateway that a client follows now: of one that nobody follows, nobody would miss anything. */
    Member servingGateway() {
        return cluster.members(Kind.GATEWAY).get(trial.followedGateway());
    }

    /** The broker that leads the first partition of the topic that carries the load. */
    Member hotBroker() throws InterruptedException {
        return cluster.leaderOf(Trial.hotTopic().name(), 0);
    }

    /** The instance of results-streams that works on the first partition of that topic. */
    Member hotStreams() throws InterruptedException {
        return cluster.instanceOf(Trial.hotTopic().name(), 0);
    }

    /** Everything of a kind, the hot one too, one after the other, each when the one before is back for a while. */
    void each(Kind kind, Befalls fault) throws InterruptedException {
        each(cluster.members(kind), fault);
    }

    /** The same for all but one. */
    void eachOther(Member spared, Befalls fault) throws InterruptedException {
        each(
                cluster.members(spared.kind()).stream()
                        .filter(member -> member != spared)
                        .toList(),
                fault);
    }

    private void each(List<Member> members, Befalls fault) throws InterruptedException {
        for (Member member : members) {
            fault.befall(member);
            cluster.awaitRedundancy();
            Thread.sleep(AWAY);
        }
    }

    /** What happens to one process. */
    @FunctionalInterface
    interface Befalls {
        void befall(Member victim) throws InterruptedException;
    }

    /** A power cut for one process; a while later it starts again. */
    void kill(Member victim) throws InterruptedException {
        victim.kill();
        Thread.sleep(AWAY);
        victim.start();
    }

    /** The process does not run for a while, and then goes on as if nothing had been. */
    void pause(Member victim) throws InterruptedException {
        victim.pause(AWAY);
        Thread.sleep(AWAY);
    }

    /** The process is asked to end; a while later it starts again. */
    void stop(Member victim) throws InterruptedException {
        if (!victim.stop(STOP_LIMIT)) {
            throw new StackException(victim + " did not end within " + STOP_LIMIT);
        }
        Thread.sleep(AWAY);
        victim.start();
    }

    /** A power cut that lasts a while. */
    void kill(Member victim, Duration away) throws InterruptedException {
        victim.kill();
        Thread.sleep(away);
        victim.start();
    }

    /**
     * The one broker with a disk to itself runs out of room, which ends it. Somebody makes room, which takes a while,
     * and it starts again: on a machine of its own it would take no processor from who takes over.
     */
    void fillDisk() throws InterruptedException {
        Member victim = cluster.members(Kind.BROKER).stream()
                .filter(Member::hasDisk)
                .findFirst()
                .orElseThrow();
        victim.fillDisk();
        if (!victim.awaitEnd(STOP_LIMIT)) {
            victim.kill();
        }
        Thread.sleep(AWAY);
        victim.start();
    }

    /** A power cut for an instance of results-streams, whose disk is empty when it comes back. */
    void loseState(Member victim) throws InterruptedException {
        victim.kill();
        Path state = cluster.stateOf(victim);
        try (Stream<Path> files = Files.walk(state)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new StackException("%s cannot be emptied: %s".formatted(state, e.getMessage()), e);
        }
        Thread.sleep(AWAY);
        victim.start();
    }

    /**
     * Every process is stopped and started again, one after the other, as for an upgrade. The next one has to wait
     * until this one has worked for a while: what has never run is slow, and the next end would be added to that.
     */
    void restartAll() throws InterruptedException {
        for (Member member : cluster.members()) {
            if (!member.stop(STOP_LIMIT)) {
                throw new StackException(member + " did not end within " + STOP_LIMIT);
            }
            member.start();
            cluster.awaitRedundancy();
            Thread.sleep(AWAY);
        }
    }

    /** So many times the load for a while; returns when its results are due. */
    void burst(int times, Duration length) throws InterruptedException {
        Instant start = trial.load().burst((times - 1) * eventsPerSecond, length);
        Thread.sleep(Duration.between(Instant.now(), start).plus(length));
    }
}
