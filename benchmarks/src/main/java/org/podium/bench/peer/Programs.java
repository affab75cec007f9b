package org.podium.bench.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that are installed on this machine. */
final class Programs {

    /** Where Debian puts servers, which is not on everybody's PATH. */
    private static final String SERVERS = "/usr/sbin";

    private Programs() {}

    static Optional<Path> find(String name) {
        List<String> directories =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)));
        directories.add(SERVERS);
        return directories.stream()
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The program's path.
     *
     * @throws IllegalStateException when it is not installed
     */
    static String path(String name) {
        return find(name).map(Path::toString).orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }
}
