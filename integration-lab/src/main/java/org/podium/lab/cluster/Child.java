package org.podium.lab.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.podium.lab.stack.StackException;

/**
 * A program that runs as a child process and may meet any end; each start is a new process of the same command, which
 * adds to the same log.
 *
 * <pre>
 *   new ── start ──► running ── kill, stop ──► ended ── start ──► running
 *                     │    ▲
 *                     └────┘ pause: stopped, and continued after a while
 * </pre>
 */
final class Child implements AutoCloseable {

    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    Child(List<String> command, Path log) {
        this.command = List.copyOf(command);
        this.log = log;
    }

    synchronized void start() {
        if (running()) {
            throw new IllegalStateException("It runs already: " + log.getFileName());
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new StackException(
                    "A process does not start (%s); its log is to be %s".formatted(e.getMessage(), log), e);
        }
    }

    synchronized boolean running() {
        return process != null && process.isAlive();
    }

    /** Ends it as a power cut does: SIGKILL. Returns when it is gone. */
    void kill() {
        process().destroyForcibly().onExit().join();
    }

    /** Asks it to end: SIGTERM. False when it has not within the time; it is killed then. */
    boolean stop(Duration atMost) throws InterruptedException {
        Process asked = process();
        // By its handle: Process.destroy would also close its standard input, and the tether would end it there and
        // then.
        asked.toHandle().destroy();
        if (asked.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    long pid() {
        return process().pid();
    }

    /** Waits for its end; false when it does not come within the time. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return process().waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Stops it from running and lets it go on after a while: SIGSTOP, SIGCONT. Returns when it is stopped. Another
     * process lets it go on, so that it does also when this JVM has ended meanwhile, and then ends by its tether.
     */
    void pause(Duration length) throws InterruptedException {
        String pid = Long.toString(pid());
        signal("kill -STOP " + pid);
        try {
            new ProcessBuilder("/bin/sh", "-c", "sleep %d; kill -CONT %s".formatted(length.toSeconds(), pid)).start();
        } catch (IOException e) {
            signal("kill -CONT " + pid);
            throw new StackException("The shell does not start: " + e.getMessage(), e);
        }
    }

    private static void signal(String line) throws InterruptedException {
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", line).start();
            if (!shell.waitFor(SIGNAL_LIMIT.toMillis(), TimeUnit.MILLISECONDS) || shell.exitValue() != 0) {
                throw new StackException("'%s' did not work".formatted(line));
            }
        } catch (IOException e) {
            throw new StackException("The shell does not start: " + e.getMessage(), e);
        }
    }

    private synchronized Process process() {
        return Objects.requireNonNull(process, "never started");
    }

    /** Kills it if it runs. */
    @Override
    public void close() {
        if (running()) {
            kill();
        }
    }
}
