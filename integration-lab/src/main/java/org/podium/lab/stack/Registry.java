package org.podium.lab.stack;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Apicurio Registry as a child process on this JVM's JDK. Its database is a file that is written through at once: the
 * ids in it stand in every record of every topic, so they must survive whatever end the process meets (ADR 0036).
 */
public final class Registry implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)\\.");
    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final Path directory;
    private final Path log;
    private final Process process;
    private final int port;

    private Registry(Path directory, Path log, Process process, int port) {
        this.directory = directory;
        this.log = log;
        this.process = process;
        this.port = port;
    }

    /** Starts a registry on the database in the directory, on a free port, and returns when it answers. */
    static Registry start(Path directory, Path log) {
        return start(directory, log, 0);
    }

    private static Registry start(Path directory, Path log, int port) {
        Process process;
        try {
            process = new ProcessBuilder(command(directory, port))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new StackException("The schema registry's process does not start: " + e.getMessage(), e);
        }
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread.ofVirtual().name("registry-log").start(() -> copyLog(process, log, listening));
        try {
            int bound = listening.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return new Registry(directory, log, process, bound);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new StackException("The schema registry does not start; its log is " + log, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the schema registry started", e);
        }
    }

    public static List<String> command(Path directory, int port) {
        Path ours = codeSource();
        Path distribution = ours.resolveSibling("schema-registry");
        Path jar = distribution.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackException("The schema registry is not at %s; the build unpacks it: run ./podium build"
                    .formatted(distribution));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Started quickly and asked a dozen questions: neither the second compiler nor a parallel collector earns its
        // memory.
        command.addAll(List.of("-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        settings(directory, port).forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-cp", ours + System.getProperty("path.separator") + jar));
        command.addAll(List.of(TetheredMain.class.getName(), MAIN));
        return command;
    }

    private static List<String> settings(Path directory, int port) {
        return List.of(
                "quarkus.http.host=127.0.0.1",
                "quarkus.http.port=" + port,
                "quarkus.management.host=127.0.0.1",
                "quarkus.management.port=0",
                "quarkus.http.access-log.enabled=false",
                "quarkus.otel.sdk.disabled=true",
                "quarkus.banner.enabled=false",
                "apicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0",
                "apicurio.datasource.jdbc.initial-size=1",
                "apicurio.datasource.jdbc.min-size=1",
                "apicurio.datasource.jdbc.max-size=4");
    }

    /** Where this class was loaded from; the build puts the registry's distribution beside it. */
    private static Path codeSource() {
        try {
            return Path.of(Registry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The location of the lab's classes is no path", e);
        }
    }

    private static void copyLog(Process process, Path log, CompletableFuture<Integer> listening) {
        try (BufferedReader lines = process.inputReader();
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(Integer.parseInt(matcher.group(1)));
                }
            }
            listening.completeExceptionally(new IOException("The process ended"));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    /** Base address of its Confluent API. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    /** Process id of the child. */
    long pid() {
        return process.pid();
    }

    /** Ends the process as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Closes the pipe that the child watches, as the operating system does when this JVM ends. */
    void cutTether() throws IOException {
        process.getOutputStream().close();
    }

    /** A new process on the same database and the same port, after this one ended. */
    Registry restarted() {
        return start(directory, log, port);
    }

    @Override
    public void close() {
        // Not Process.destroy, which also closes what tethers it.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
