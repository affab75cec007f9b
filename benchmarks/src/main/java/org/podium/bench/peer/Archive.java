package org.podium.bench.peer;

import java.nio.file.Path;
import java.util.Map;

/**
 * An archive of the classes that a gateway loads, loaded and linked (JEP 483 and 514), as the images have one.
 *
 * @param javaOptions what the JVM is told of it
 */
public record Archive(String javaOptions) {

    /** No archive. */
    public static final Archive NONE = new Archive("");

    private static final String OPTIONS = "PODIUM_JAVA_OPTS";

    /** JDK 25.0.3 warns of adapters in an archive that it makes itself anyway. */
    private static final String QUIET = " -XX:+UnlockDiagnosticVMOptions -XX:-AOTAdapterCaching";

    /** A process that is started with it makes the archive when it ends. */
    public static Archive made(Path file) {
        return new Archive("-XX:AOTCacheOutput=" + file + QUIET);
    }

    /** A process that is started with it loads its classes from there. */
    public static Archive used(Path file) {
        return new Archive("-XX:AOTCache=" + file + QUIET);
    }

    Map<String, String> environment() {
        return javaOptions.isEmpty()
                ? Map.of()
                : Map.of(OPTIONS, System.getenv().getOrDefault(OPTIONS, "") + " " + javaOptions);
    }
}
