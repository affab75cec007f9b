package org.podium.lab.containers;

import java.net.URI;
import java.util.List;
import org.podium.lab.stack.FreePorts;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A container whose port stays the same on this machine when it is stopped and started again. */
final class FixedPortContainer extends GenericContainer<FixedPortContainer> {

    private final int port;

    /** Publishes one port of the container on a free one of the loopback address. */
    FixedPortContainer(DockerImageName image, int containerPort) {
        super(image);
        port = FreePorts.findOne();
        addExposedPort(containerPort);
        setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, containerPort)));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts what was stopped or killed, with the files that it left, and waits until it answers. */
    void startAgain() {
        getDockerClient().startContainerCmd(getContainerId()).exec();
        waitUntilContainerStarted();
    }
}
