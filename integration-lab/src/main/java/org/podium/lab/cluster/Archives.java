package org.podium.lab.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archives of the classes that each kind of process loads, loaded and linked (JEP 483 and 514), as the images have
 * them: a JVM that starts without one takes a processor for many seconds from the others.
 */
public final class Archives {

    /** Tells nobody of adapters in an archive that the JVM makes itself anyway. */
    private static final List<String> QUIET =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching", "-Xlog:aot=error,cds=error");

    private final Path directory;
    private final boolean made;

    private Archives(Path directory, boolean made) {
        this.directory = directory;
        this.made = made;
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
        Path file = directory.resolve(kind + ".aot");
        List<String> options = List.of();
        if (made && number == 1) {
            options = List.of("-XX:AOTCacheOutput=" + file);
        } else if (!made && Files.exists(file)) {
            options = List.of("-XX:AOTCache=" + file);
        }
        return options.isEmpty()
                ? options
                : Stream.concat(options.stream(), QUIET.stream()).toList();
    }
}
