package org.podium.lab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** An authority and the credentials that it signed, made by the script that a deployment uses. */
final class Credentials {

    private final Path directory;

    private Credentials(Path directory) {
        this.directory = directory;
    }

    /** Credentials of these names; {@code NAME=HOST,...} for a server. */
    static Credentials make(Path directory, String... names) throws Exception {
        Credentials credentials = new Credentials(directory);
        credentials.change(names);
        return credentials;
    }

    /** Runs the script with these arguments, which has to succeed. */
    void change(String... arguments) throws Exception {
        Ended ended = run(directory, arguments);
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    /** Runs the script on a directory to its end. */
    static Ended run(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script().toString(), "--dir", directory.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /**
     * A script that has ended.
     *
     * @param status its exit status
     * @param output everything that it printed
     */
    record Ended(int status, String output) {}

    /** The script, found from the module's directory, which is where Maven runs tests. */
    private static Path script() {
        return Path.of("..", "docker", "credentials").toAbsolutePath().normalize();
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** What a client needs to connect as this name. */
    Map<String, Object> client(String name) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(name + ".properties"))) {
            properties.load(reader);
        }
        Map<String, Object> client = new HashMap<>();
        properties.forEach((key, value) -> client.put(key.toString(), value));
        return client;
    }
}
