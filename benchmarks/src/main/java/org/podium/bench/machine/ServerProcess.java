package org.podium.bench.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that listens on a port of the loopback address, and ends with this one. Its output goes to a file.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int CONNECT_MILLIS = 500;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a process; it may not listen yet. */
    public static ServerProcess start(String name, List<String> command, Path directory) throws IOException {
        return start(name, command, directory, Map.of());
    }

    /** Starts a process with more in its environment than this one has. */
    public static ServerProcess start(
            String name, List<String> command, Path directory, Map<String, String> environment) throws IOException {
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        // Also when this process is told to end in the middle of a run.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return new ServerProcess(name, process, log);
    }

    /**
     * Returns when a condition holds.
     *
     * @throws IllegalStateException when the process ends before, or the time is up; it is ended then
     */
    public ServerProcess await(Condition condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "%s ended with status %d; its log is %s".formatted(name, process.exitValue(), log));
            }
            if (System.nanoTime() > end) {
                close();
                throw new IllegalStateException(
                        "%s does not answer after %s; its log is %s".formatted(name, limit, log));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return this;
    }

    /** Something that is tried again and again. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** True when somebody listens on the port. */
    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Asks the process to end, and ends it when it does not in time. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
