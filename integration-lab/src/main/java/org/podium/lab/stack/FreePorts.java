package org.podium.lab.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of the loopback address. */
public final class FreePorts {

    private FreePorts() {}

    /** So many different ports that nobody listens on now. */
    public static List<Integer> find(int count) {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = open.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : open) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new StackException("No free port on the loopback address: " + e.getMessage(), e);
        }
    }

    /**
     * Returns when the port is free.
     *
     * @throws StackException when somebody listens on it, or it may not be listened on
     */
    public static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StackException(
                    "Port %d cannot be listened on (%s); stop who uses it or name another with --port"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }
}
