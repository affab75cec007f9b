package org.podium.bench.peer;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * No server at all: a loop that calls the kernel's {@code send} once for each reader and each message. One call for a
 * delivery is the least that there is where messages come one by one and each reader has a connection, so what it costs
 * is what the kernel takes for a delivery by way of a call.
 *
 * <p>It waits for who does not read. Arguments: the port of readers, and the port of the publisher, whose messages
 * begin with their length in four bytes.
 */
final class BareServer {

    /** A process may have so many files open and no more, so that who has left is looked for again and again. */
    private static final int JOIN_BETWEEN_LOOKS = 1_000;

    private final Object lock = new Object();
    private int[] readers = new int[1_024];
    private int count;

    private BareServer() {}

    public static void main(String[] arguments) throws IOException {
        int listener = LinuxSockets.listen(Integer.parseInt(arguments[0]));
        BareServer server = new BareServer();
        Thread.ofPlatform().daemon().name("joining").start(() -> server.join(listener));
        try (ServerSocket publishers =
                new ServerSocket(Integer.parseInt(arguments[1]), 1, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket publisher = publishers.accept();
                Thread.ofPlatform().daemon().name("publishing").start(() -> server.publish(publisher));
            }
        }
    }

    /** A connection becomes a reader with whatever it sends first. */
    private void join(int listener) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(PlainStream.MOST_BYTES);
            MemorySegment head = arena.allocateFrom(ValueLayout.JAVA_BYTE, PlainStream.HEAD);
            for (int joined = 0; ; joined++) {
                if (joined % JOIN_BETWEEN_LOOKS == 0) {
                    keep(LinuxSockets::isOpen);
                }
                int reader = LinuxSockets.accept(listener);
                if (LinuxSockets.receive(reader, request) <= 0
                        || !LinuxSockets.send(reader, head, PlainStream.HEAD.length)) {
                    LinuxSockets.close(reader);
                    continue;
                }
                synchronized (lock) {
                    if (count == readers.length) {
                        readers = Arrays.copyOf(readers, 2 * count);
                    }
                    readers[count++] = reader;
                }
            }
        }
    }

    /** What is published goes to all readers as one server-sent event, until the publisher leaves. */
    private void publish(Socket publisher) {
        try (publisher;
                DataInputStream messages = new DataInputStream(publisher.getInputStream());
                Arena arena = Arena.ofConfined()) {
            MemorySegment event =
                    arena.allocate(PlainStream.BEFORE.length + PlainStream.MOST_BYTES + PlainStream.AFTER.length);
            while (true) {
                byte[] message = new byte[messages.readInt()];
                messages.readFully(message);
                long end =
                        append(event, append(event, append(event, 0, PlainStream.BEFORE), message), PlainStream.AFTER);
                keep(reader -> LinuxSockets.send(reader, event, end));
            }
        } catch (EOFException e) {
            // It has published what it had.
        } catch (IOException e) {
            throw new UncheckedIOException("A publisher's connection broke", e);
        }
    }

    private static long append(MemorySegment event, long at, byte[] part) {
        MemorySegment.copy(part, 0, event, ValueLayout.JAVA_BYTE, at, part.length);
        return at + part.length;
    }

    /** Closes the connections of all others. */
    private void keep(IntPredicate readersThat) {
        synchronized (lock) {
            int left = 0;
            for (int i = 0; i < count; i++) {
                if (readersThat.test(readers[i])) {
                    readers[left++] = readers[i];
                } else {
                    LinuxSockets.close(readers[i]);
                }
            }
            count = left;
        }
    }
}
