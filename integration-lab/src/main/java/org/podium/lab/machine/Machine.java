package org.podium.lab.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run was done on.
 *
 * @param cores that the JVM may use
 * @param processor its name where Linux tells it, otherwise its architecture
 * @param memory of the machine, in GiB
 * @param kernel name and release
 * @param jvm name and version
 */
public record Machine(int cores, String processor, long memory, String kernel, String jvm) {

    private static final int BITS_OF_A_GIB = 30;
    private static final String UNKNOWN = "unknown";

    /** This one. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                nameOfProcessor(),
                gibOfMemory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** For people: cores, processor, memory, kernel and JVM. */
    public String inWords() {
        return "%d cores (%s), %d GiB of memory, %s, %s".formatted(cores, processor, memory, kernel, jvm);
    }

    /** Directory of the sources, as the launcher tells it. */
    public static Path home() {
        return Path.of(System.getenv().getOrDefault("PODIUM_HOME", "."));
    }

    private static String nameOfProcessor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static long gibOfMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.round(system.getTotalMemorySize() / (double) (1L << BITS_OF_A_GIB))
                : 0;
    }

    /**
     * Commit of the sources, with a mark when files differ from it; "unknown" without git or outside of a work tree.
     */
    public static String commit() {
        try {
            Process git = new ProcessBuilder(
                            List.of("git", "-C", home().toString(), "describe", "--always", "--dirty", "--abbrev=12"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? UNKNOWN : said;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
