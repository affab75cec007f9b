package org.podium.lab.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class FreePorts {

    private static final int LOWEST = 15_000;

    /**
     * From here on, by default, Linux gives ports to those who connect: one of them might be taken until the process
     * for which it was found listens.
     */
    private static final int BEYOND = 32_768;

    private static final int MOST_TRIES = 10_000;

    /** Between two calls nobody listens yet on what the first one found. */
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /**
     * So many different ports that nobody listens on now, and that are not found again.
     *
     * @throws StackException when there are not as many
     */
    public static List<Integer> find(int count) {
        List<Integer> ports = new ArrayList<>();
        for (int tried = 0; ports.size() < count; tried++) {
            if (tried == MOST_TRIES) {
                throw new StackException("No free port on the loopback address from %d to %d: %d were tried"
                        .formatted(LOWEST, BEYOND - 1, MOST_TRIES));
            }
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (FOUND.add(port) && isFree(port)) {
                ports.add(port);
            }
        }
        return ports;
    }

    /** One port, as {@link #find} finds several. */
    public static int findOne() {
        return find(1).getFirst();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
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
