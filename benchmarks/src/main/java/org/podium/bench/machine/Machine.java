package org.podium.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run was done on. */
public record Machine(int cores, String processor, String memory, String kernel, String jvm) {

    /** This one. */
    public static Machine here() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                first(Path.of("/proc/cpuinfo"), "model name"),
                first(Path.of("/proc/meminfo"), "MemTotal"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** For people: cores, processor, memory, kernel and JVM. */
    public String inWords() {
        return "%d cores (%s), %s of memory, %s, %s".formatted(cores, processor, memory, kernel, jvm);
    }

    /** Directory of the sources, as the launcher tells it. */
    public static Path home() {
        return Path.of(System.getenv().getOrDefault("PODIUM_HOME", "."));
    }

    private static String first(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** Commit of the sources; "unknown" outside of a git work tree. */
    public static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        List.of("git", "-C", home().toString(), "describe", "--always", "--dirty", "--abbrev=12"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? commit : "unknown";
    }
}
