package org.podium.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/**
 * The kernel's calls for TCP on the loopback address, as they are (socket(2), ip(7) of Linux), with nothing between.
 */
final class LinuxSockets {

    private static final int AF_INET = 2;
    private static final int SOCK_STREAM = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int MSG_PEEK = 2;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int LOOPBACK = 0x7F00_0001;
    private static final int BACKLOG = 4_096;

    /** A {@code sockaddr_in}: family, port and address, of which the last two have the network's order. */
    private static final int ADDRESS_BYTES = 16;

    private static final int PORT_AT = 2;
    private static final int HOST_AT = 4;
    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt HOST = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    private static final MemoryLayout NUMBER = ValueLayout.JAVA_INT;
    private static final MemoryLayout SIZE = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle SOCKET = call("socket", NUMBER, NUMBER, NUMBER, NUMBER);
    private static final MethodHandle SET = call("setsockopt", NUMBER, NUMBER, NUMBER, NUMBER, POINTER, NUMBER);
    private static final MethodHandle BIND = call("bind", NUMBER, NUMBER, POINTER, NUMBER);
    private static final MethodHandle LISTEN = call("listen", NUMBER, NUMBER, NUMBER);
    private static final MethodHandle ACCEPT = call("accept", NUMBER, NUMBER, POINTER, POINTER);
    private static final MethodHandle RECEIVE = call("recv", SIZE, NUMBER, POINTER, SIZE, NUMBER);
    private static final MethodHandle SEND = call("send", SIZE, NUMBER, POINTER, SIZE, NUMBER);
    private static final MethodHandle CLOSE = call("close", NUMBER, NUMBER);

    private LinuxSockets() {}

    @SuppressWarnings("restricted") // the JVM is told to allow native access
    private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /**
     * A socket that listens.
     *
     * @throws UncheckedIOException when the kernel refuses it: the port is taken
     */
    static int listen(int port) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_BYTES, Long.BYTES);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET);
            address.set(PORT, PORT_AT, (short) port);
            address.set(HOST, HOST_AT, LOOPBACK);
            int listener = (int) SOCKET.invokeExact(AF_INET, SOCK_STREAM, 0);
            set(listener, SOL_SOCKET, SO_REUSEADDR);
            if ((int) BIND.invokeExact(listener, address, ADDRESS_BYTES) != 0
                    || (int) LISTEN.invokeExact(listener, BACKLOG) != 0) {
                throw new UncheckedIOException(new IOException("Port " + port + " cannot be listened to"));
            }
            return listener;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /**
     * The next connection, which sends at once what it is given.
     *
     * @throws UncheckedIOException when the kernel refuses it: there are as many open files as are allowed
     */
    static int accept(int listener) {
        try {
            int connection = (int) ACCEPT.invokeExact(listener, MemorySegment.NULL, MemorySegment.NULL);
            if (connection < 0) {
                throw new UncheckedIOException(new IOException("No connection could be accepted"));
            }
            set(connection, IPPROTO_TCP, TCP_NODELAY);
            return connection;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static void set(int socket, int level, int option) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment yes = arena.allocateFrom(ValueLayout.JAVA_INT, 1);
            if ((int) SET.invokeExact(socket, level, option, yes, Integer.BYTES) != 0) {
                throw new UncheckedIOException(new IOException("A socket's option could not be set"));
            }
        }
    }

    /** Waits for bytes; how many came, none at the end, below 0 when the connection broke. */
    static long receive(int connection, MemorySegment into) {
        try {
            return (long) RECEIVE.invokeExact(connection, into, into.byteSize(), 0);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Sends bytes, and waits while there is no room for them; false when the connection broke. */
    static boolean send(int connection, MemorySegment bytes, long length) {
        try {
            return (long) SEND.invokeExact(connection, bytes, length, MSG_NOSIGNAL) == length;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** False when the other side has closed it. */
    static boolean isOpen(int connection) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) RECEIVE.invokeExact(connection, arena.allocate(1), 1L, MSG_PEEK | MSG_DONTWAIT) != 0;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static void close(int connection) {
        try {
            int _ = (int) CLOSE.invokeExact(connection);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Calls throw nothing; what comes is our own, or an error. */
    private static RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException ours -> ours;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
