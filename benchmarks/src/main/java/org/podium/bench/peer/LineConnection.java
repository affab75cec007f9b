package org.podium.bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection to a server that is sent messages one after the other. Its answers are read and passed over, so that it
 * never waits for us to read.
 */
final class LineConnection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;

    LineConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            Thread.ofPlatform().daemon().name("answers").start(() -> passOver(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be published to", e);
        }
    }

    private static void passOver(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Closed: there is nothing to read any more.
        }
    }

    /** Sends a message at once. */
    void send(byte[] head, byte[] content, String end) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length + content.length + end.length());
        message.writeBytes(head);
        message.writeBytes(content);
        message.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        try {
            out.write(message.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The server takes nothing any more", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The connection could not be closed", e);
        }
    }
}
