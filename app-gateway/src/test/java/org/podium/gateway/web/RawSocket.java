package org.podium.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection on which anything can be sent. */
final class RawSocket implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;
    private static final int CLOSE = 0x88;

    /** In place of a status: bytes of ours were unread when the server closed, which may undo what it had sent. */
    static final int RESET = -1;

    private final Socket socket;
    private final DataInputStream in;

    RawSocket(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Sends the bytes; the server may have closed already. */
    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closed) {
            // What it answered can still be read.
        }
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void sendEnd() {
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            // Nothing more to say either way.
        }
    }

    /** Status of the answer; 0 when the server closed without one. */
    int status() throws IOException {
        String line = line();
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
            }
        } catch (SocketException reset) {
            // Closed with bytes of ours unread.
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** The rest of an answer's head. */
    List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Status of the close frame that ends the frames of a WebSocket; 0 when there is none, {@link #RESET}. */
    int closeStatus() throws IOException {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                long length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                byte[] payload = in.readNBytes(Math.toIntExact(length));
                if (first == CLOSE) {
                    return payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
                }
            }
        } catch (EOFException closed) {
            return 0;
        } catch (SocketException reset) {
            return RESET;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
