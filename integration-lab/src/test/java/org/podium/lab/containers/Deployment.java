package org.podium.lab.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.podium.lab.outside.Cluster;

/** The deployment of {@code docker/compose.yaml}, running on a small machine, seen from outside. */
final class Deployment {

    /** What venues and broadcasters connect to. */
    static final String BROKERS = "127.0.0.1:19092,127.0.0.1:29092,127.0.0.1:39092";

    /** What apps connect to. */
    static final URI LOAD_BALANCER = URI.create("http://127.0.0.1:8080/");

    /** The registry as those outside see it: they may look schemas up. */
    static final URI REGISTRY = LOAD_BALANCER.resolve("/apis/ccompat/v7");

    static final URI PROMETHEUS = URI.create("http://127.0.0.1:9090/");

    private static final String PROJECT = "podium-it";
    private static final String NETWORK = PROJECT + "_core";
    private static final Duration UP_LIMIT = Duration.ofMinutes(8);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(3);

    /** Makes the secrets and starts everything but Grafana, whose image cannot be built from Debian or Maven. */
    static Deployment up() throws Exception {
        run(COMMAND_LIMIT, Images.DOCKER.resolve("prepare").toString());
        Deployment deployment = new Deployment();
        try {
            deployment.compose(UP_LIMIT, "up", "-d", "--no-build");
        } catch (AssertionError | Exception e) {
            String logs = deployment.compose(COMMAND_LIMIT, "logs", "--tail", "20");
            deployment.down();
            throw new AssertionError("The deployment did not start; its logs end with\n" + logs, e);
        }
        return deployment;
    }

    /** Runs a command of Compose, of whichever generation is installed, and returns what it printed. */
    String compose(String... arguments) throws Exception {
        return compose(COMMAND_LIMIT, arguments);
    }

    private String compose(Duration limit, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (hasComposePlugin()) {
            command.addAll(List.of("docker", "compose"));
        } else {
            command.add("docker-compose");
        }
        command.addAll(List.of("--project-directory", Images.DOCKER.toString()));
        for (String file : List.of("compose.yaml", "small.yaml")) {
            command.addAll(List.of("-f", Images.DOCKER.resolve(file).toString()));
        }
        command.addAll(List.of("-p", PROJECT));
        command.addAll(List.of(arguments));
        return run(limit, command.toArray(String[]::new));
    }

    private static boolean hasComposePlugin() throws IOException, InterruptedException {
        return new ProcessBuilder("docker", "compose", "version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Name of the container of a service. */
    String container(String service) throws Exception {
        return compose("ps", "-q", service).strip();
    }

    /** Takes a service off the network. */
    void disconnect(String service) throws Exception {
        run("docker", "network", "disconnect", NETWORK, container(service));
    }

    /** Brings it back under its name. */
    void connect(String service) throws Exception {
        run("docker", "network", "connect", "--alias", service, NETWORK, container(service));
    }

    /** Runs a command to its end and returns what it printed; fails when it does. */
    static String run(String... command) throws Exception {
        return run(COMMAND_LIMIT, command);
    }

    private static String run(Duration limit, String... command) throws Exception {
        Path output = Files.createTempFile("podium-it-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            builder.environment().put("PODIUM_BIND", "127.0.0.1");
            builder.environment().put("COMPOSE_PROFILES", "");
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("%s within %s\n%s", List.of(command), limit, text)
                    .isTrue();
            assertThat(process.exitValue()).as("%s\n%s", List.of(command), text).isZero();
            return text;
        } finally {
            Files.delete(output);
        }
    }

    static Path secrets() {
        return Images.DOCKER.resolve("secrets");
    }

    /** The cluster as its venues see it. */
    static Cluster cluster() {
        return new Cluster(BROKERS, REGISTRY, Optional.of(secrets()));
    }

    /** What a client needs to connect as this principal. */
    static Map<String, Object> client(String principal) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets().resolve(principal + ".properties"))) {
            properties.load(reader);
        }
        Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", BROKERS));
        properties.forEach((key, value) -> client.put(key.toString(), value));
        return client;
    }

    /** Stops everything and deletes what it kept. */
    void down() throws Exception {
        compose("down", "-v", "-t", "5");
    }
}
