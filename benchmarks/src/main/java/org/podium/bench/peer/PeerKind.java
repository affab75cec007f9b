package org.podium.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.bench.cluster.Cluster;

/** The servers that can be measured. */
public enum PeerKind {
    PODIUM(""),
    /** The least that a server does; no product, but what the others are held against. */
    PLAIN(""),
    /** The kernel alone: what a delivery costs that is one call. */
    BARE(""),
    NCHAN("apt-get install nginx libnginx-mod-nchan"),
    NATS("apt-get install nats-server");

    private final String installation;

    PeerKind(String installation) {
        this.installation = installation;
    }

    /** What is missing on this machine, and how to get it; empty when it can be started. */
    public Optional<String> missing() {
        boolean there = switch (this) {
            case PODIUM, PLAIN, BARE -> true;
            case NCHAN ->
                Programs.find("nginx").isPresent() && NchanPeer.module().isPresent();
            case NATS -> Programs.find("nats-server").isPresent();
        };
        return there
                ? Optional.empty()
                : Optional.of(name() + " IS NOT INSTALLED and is not measured: " + installation);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param cluster where the gateway's results come from; null when it is not among the servers
     * @param directory for its configuration and log
     * @param gatewaySettings keys of the gateway's configuration, {@code KEY=VALUE}; no other server has use for them
     */
    public Peer start(@Nullable Cluster cluster, Path directory, List<String> gatewaySettings)
            throws IOException, InterruptedException {
        return switch (this) {
            case PODIUM ->
                startGateway(
                        Objects.requireNonNull(cluster, "the gateway's cluster"),
                        directory,
                        gatewaySettings,
                        Archive.NONE);
            case PLAIN -> PlainPeer.netty(directory);
            case BARE -> PlainPeer.bare(directory);
            case NCHAN -> NchanPeer.start(directory);
            case NATS -> NatsPeer.start(directory);
        };
    }

    /** Starts a gateway, and waits until it is ready. */
    public static Peer startGateway(Cluster cluster, Path directory, List<String> gatewaySettings, Archive archive)
            throws IOException, InterruptedException {
        return PodiumPeer.start(cluster, directory, gatewaySettings, archive);
    }
}
