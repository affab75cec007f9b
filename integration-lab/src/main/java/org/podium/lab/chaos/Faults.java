package org.podium.lab.chaos;

import java.time.Duration;
import java.util.List;
import org.podium.lab.cluster.Kind;

/** All faults of the campaign, in their order. */
final class Faults {

    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration BURST = Duration.ofSeconds(10);

    /** What a burst is of the usual load. */
    private static final int TIMES = 20;

    /** Fault that needs a broker with a disk to itself. */
    static final String FULL_DISK = "full-disk";

    static final List<Fault> ALL = List.of(
            new Fault("none", "none", false, scene -> Thread.sleep(CALM)),
            new Fault(
                    "kill-streams",
                    "`kill -9` of the instance of results-streams that works on a hot partition",
                    true,
                    scene -> scene.kill(scene.hotStreams())),
            new Fault(
                    "kill-broker",
                    "`kill -9` of the broker that leads a hot partition",
                    true,
                    scene -> scene.kill(scene.hotBroker())),
            new Fault(
                    "kill-other-brokers",
                    "`kill -9` of each other broker, one after the other",
                    false,
                    scene -> scene.eachOther(scene.hotBroker(), scene::kill)),
            new Fault(
                    "kill-gateway",
                    "`kill -9` of a gateway that a client follows",
                    false,
                    scene -> scene.kill(scene.servingGateway())),
            new Fault(
                    "kill-controller",
                    "`kill -9` of the active controller",
                    false,
                    scene -> scene.kill(scene.cluster().activeController())),
            new Fault(
                    "kill-registry", "`kill -9` of the schema registry", false, scene -> scene.kill(scene.registry())),
            new Fault(
                    "pause-streams",
                    "SIGSTOP of the instance of results-streams that works on a hot partition for 5 s",
                    false,
                    scene -> scene.pause(scene.hotStreams())),
            new Fault(
                    "pause-broker",
                    "SIGSTOP of each broker for 5 s, one after the other",
                    false,
                    scene -> scene.each(Kind.BROKER, scene::pause)),
            new Fault(
                    "pause-gateway",
                    "SIGSTOP of a gateway that a client follows for 5 s",
                    true,
                    scene -> scene.pause(scene.servingGateway())),
            new Fault(
                    "pause-controller",
                    "SIGSTOP of the active controller for 5 s",
                    false,
                    scene -> scene.pause(scene.cluster().activeController())),
            new Fault(
                    "pause-registry",
                    "SIGSTOP of the schema registry for 5 s",
                    false,
                    scene -> scene.pause(scene.registry())),
            new Fault(
                    "stop-streams",
                    "SIGTERM of the instance of results-streams that works on a hot partition",
                    false,
                    scene -> scene.stop(scene.hotStreams())),
            new Fault(
                    "stop-broker",
                    "SIGTERM of the broker that leads a hot partition",
                    false,
                    scene -> scene.stop(scene.hotBroker())),
            new Fault(
                    "stop-gateway",
                    "SIGTERM of a gateway that a client follows",
                    false,
                    scene -> scene.stop(scene.servingGateway())),
            new Fault(
                    "stop-controller",
                    "SIGTERM of the active controller",
                    true,
                    scene -> scene.stop(scene.cluster().activeController())),
            new Fault("stop-registry", "SIGTERM of the schema registry", false, scene -> scene.stop(scene.registry())),
            new Fault(
                    "registry-gone",
                    "the schema registry gone for a minute",
                    false,
                    scene -> scene.kill(scene.registry(), LONG)),
            // Here, where every process has run for a minute and more: a JVM that has just started has no power in
            // reserve.
            new Fault(
                    "burst",
                    "%d times the load for %d s".formatted(TIMES, BURST.toSeconds()),
                    false,
                    scene -> scene.burst(TIMES, BURST)),
            new Fault(FULL_DISK, "the disk of a broker full", true, Scene::fillDisk),
            new Fault(
                    "lose-state",
                    "the instance of results-streams that works on a hot partition loses its disk",
                    false,
                    scene -> scene.loseState(scene.hotStreams())),
            new Fault("restart-all", "every process restarted, one after the other", false, Scene::restartAll));

    private Faults() {}
}
