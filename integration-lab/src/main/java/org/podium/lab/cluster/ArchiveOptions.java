package org.podium.lab.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * Options of a JVM for an archive of the classes that its program loads, loaded and linked (JEP 483 and 514), as the
 * images have one.
 */
public final class ArchiveOptions {

    private ArchiveOptions() {}

    /** The archive is made when the program ends. */
    public static List<String> made(Path file) {
        return options("-XX:AOTCacheOutput=" + file);
    }

    /** Classes are taken from there; an archive that does not fit is left aside. */
    public static List<String> used(Path file) {
        return options("-XX:AOTCache=" + file);
    }

    /** JDK 25.0.3 warns of adapters in an archive that it makes itself anyway. */
    private static List<String> options(String archive) {
        return List.of(archive, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching");
    }
}
