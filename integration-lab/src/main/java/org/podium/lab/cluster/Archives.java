package org.podium.lab.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archive of classes for each kind of process ({@link ArchiveOptions}): a JVM that starts without one takes a
 * processor for many seconds from the others.
 */
public final class Archives {

    private final @Nullable Path directory;
    private final boolean made;

    private Archives(@Nullable Path directory, boolean made) {
        this.directory = directory;
        this.made = made;
    }

    /** Processes make and take none. */
    public static Archives none() {
        return new Archives(null, false);
    }

    /** Processes that are started with them make the archives at their end, the first of each kind its own. */
    public static Archives made(Path directory) {
        return new Archives(directory, true);
    }

    /** Processes that are started with them take their classes from there. */
    public Archives used() {
        return new Archives(directory, false);
    }

    /** What a process's JVM is told of it. */
    List<String> options(Kind kind, int number) {
        if (directory == null) {
            return List.of();
        }
        Path file = directory.resolve(kind + ".aot");
        if (made) {
            return number == 1 ? ArchiveOptions.made(file) : List.of();
        }
        return Files.exists(file) ? ArchiveOptions.used(file) : List.of();
    }
}
