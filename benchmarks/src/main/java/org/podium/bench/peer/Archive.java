package org.podium.bench.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.podium.lab.cluster.ArchiveOptions;

/**
 * An archive of the classes that a gateway loads, as the images have one.
 *
 * @param javaOptions what the JVM is told of it
 */
public record Archive(List<String> javaOptions) {

    /** No archive. */
    public static final Archive NONE = new Archive(List.of());

    private static final String OPTIONS = "PODIUM_JAVA_OPTS";

    /** A process that is started with it makes the archive when it ends. */
    public static Archive made(Path file) {
        return new Archive(ArchiveOptions.made(file));
    }

    /** A process that is started with it loads its classes from there. */
    public static Archive used(Path file) {
        return new Archive(ArchiveOptions.used(file));
    }

    Map<String, String> environment() {
        return javaOptions.isEmpty()
                ? Map.of()
                : Map.of(OPTIONS, System.getenv().getOrDefault(OPTIONS, "") + " " + String.join(" ", javaOptions));
    }
}
