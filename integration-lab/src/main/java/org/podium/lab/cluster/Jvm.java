package org.podium.lab.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.podium.lab.stack.TetheredMain;

/**
 * How the JVM of a process is started: on this JVM's JDK and class path, with what the launcher {@code podium} gives,
 * and tethered to this JVM (ADR 0035).
 */
final class Jvm {

    private static final List<String> LIKE_THE_LAUNCHER = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.podium.model.wire,org.podium.streams.stored");

    private Jvm() {}

    static List<String> command(Tuning tuning, int heapMiB, List<String> archive, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMiB + "m");
        if (tuning.wholeHeap()) {
            command.addAll(List.of("-Xms" + heapMiB + "m", "-XX:+AlwaysPreTouch"));
        }
        command.addAll(tuning.jvm());
        command.addAll(LIKE_THE_LAUNCHER);
        command.addAll(archive);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(TetheredMain.class.getName(), main));
        command.addAll(arguments);
        return command;
    }
}
