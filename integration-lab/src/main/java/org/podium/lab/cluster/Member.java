package org.podium.lab.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.podium.lab.stack.StackException;

/** One process of a cluster: what it is, and when it is ready for its work. */
public final class Member implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 50;
    private static final int LAST_LINES = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    private final Kind kind;
    private final int number;
    private final URI address;
    private final Path log;
    private final Child child;
    private final @Nullable SmallDisk disk;

    /**
     * @param number among those of its kind, from 1
     * @param address of what says whether it is ready: a page that answers 200 then, or with the scheme {@code tcp} a
     *     port that is listened on then
     * @param disk that it has to itself; null when it has none
     */
    Member(Kind kind, int number, URI address, List<String> command, @Nullable SmallDisk disk, Path log) {
        this.kind = kind;
        this.number = number;
        this.address = address;
        this.log = log;
        this.disk = disk;
        this.child = new Child(command, log);
    }

    public Kind kind() {
        return kind;
    }

    public int number() {
        return number;
    }

    /** The id of its process. */
    public long pid() {
        return child.pid();
    }

    /** True while its process exists. */
    public boolean running() {
        return child.running();
    }

    /** Starts its process; returns before it is ready. */
    public void start() {
        child.start();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        child.kill();
    }

    /** Asks it to end and waits for that; false when it had to be killed. */
    public boolean stop(Duration atMost) throws InterruptedException {
        return child.stop(atMost);
    }

    /** Stops it from running for a while; returns when it is stopped. */
    public void pause(Duration length) throws InterruptedException {
        child.pause(length);
    }

    /** True when it has a disk to itself, which can be filled up. */
    public boolean hasDisk() {
        return disk != null;
    }

    /** Leaves no byte free on its disk; at its next start it has the room again. */
    public void fillDisk() throws InterruptedException {
        if (disk == null) {
            throw new IllegalStateException(this + " has no disk to itself");
        }
        disk.fill(child.pid());
    }

    /** Waits for its process to end by itself; false when it does not. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return child.awaitEnd(atMost);
    }

    /**
     * Waits until it is ready.
     *
     * @throws StackException when it ends before that, or is not in time
     */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!ready()) {
            if (!child.running() || System.nanoTime() > deadline) {
                throw new StackException("%s %s; its log %s ends with:%n%s"
                        .formatted(
                                this,
                                child.running()
                                        ? "was not ready within %d s".formatted(READY_LIMIT.toSeconds())
                                        : "ended at its start",
                                log,
                                lastLines()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** What it said at last: its log may be gone when somebody wants to look into it. */
    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** True when it runs and is ready for its work now. */
    public boolean ready() throws InterruptedException {
        if (!child.running()) {
            return false;
        }
        try {
            return address.getScheme().equals("tcp") ? listens() : answers();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    Math.toIntExact(ANSWER_LIMIT.toMillis()));
            return true;
        }
    }

    private boolean answers() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** For people and for names of files: {@code broker-1}. */
    @Override
    public String toString() {
        return kind + "-" + number;
    }

    @Override
    public void close() {
        child.close();
    }
}
