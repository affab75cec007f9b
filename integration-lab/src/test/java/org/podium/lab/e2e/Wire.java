package org.podium.lab.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a client and the gateway, which can be cut and mended. */
final class Wire implements AutoCloseable {

    private final ServerSocket server;
    private final URI target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    Wire(URI target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    /** The gateway's address at this end of the line. */
    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/");
    }

    /** Breaks all connections, and every new one until the line is mended. */
    void cut() {
        whole = false;
        ends.forEach(Wire::close);
        ends.clear();
    }

    void mend() {
        whole = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (whole) {
                    Socket gateway = new Socket(target.getHost(), target.getPort());
                    ends.add(client);
                    ends.add(gateway);
                    Thread.ofVirtual().start(() -> pump(client, gateway));
                    Thread.ofVirtual().start(() -> pump(gateway, client));
                } else {
                    close(client);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or an end went away.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
