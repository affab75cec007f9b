package org.podium.bench.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A broker and a registry in a child process, which ends with this one. */
public final class Cluster implements AutoCloseable {

    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final String bootstrapServers;
    private final URI registry;

    private Cluster(Process process, String bootstrapServers, URI registry) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
    }

    /**
     * Starts both, with all topics and schemas.
     *
     * @throws IllegalStateException when they do not start
     */
    public static Cluster start(Path directory) throws IOException {
        Process process = new ProcessBuilder(command())
                .redirectError(directory.resolve("cluster.log").toFile())
                .start();
        BufferedReader lines = process.inputReader();
        @Nullable String broker = null;
        @Nullable String registry = null;
        while (broker == null || registry == null) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("The broker does not start; its log is in " + directory);
            }
            if (line.startsWith(ClusterCommand.BROKER)) {
                broker = line.substring(ClusterCommand.BROKER.length());
            } else if (line.startsWith(ClusterCommand.REGISTRY)) {
                registry = line.substring(ClusterCommand.REGISTRY.length());
            }
        }
        return new Cluster(process, broker, URI.create(registry));
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ClusterMain.class.getName()));
        return command;
    }

    /** Address of the broker for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Base address of the registry's Confluent API. */
    public URI registry() {
        return registry;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
