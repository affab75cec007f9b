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

    /**
     * A dozen JVMs on two cores: each with one collector thread, and with the quick compiler alone, since the thorough
     * one would take the cores from everything else for minutes. Huge pages, where the kernel gives them, since the
     * processors' tables of pages are too small for a dozen heaps.
     *
     * <p>Room for code and for classes is reserved, not taken. With what a small JVM starts with, the collector looks
     * through the whole heap for code and classes that could go, seconds after the start, and none can: everything
     * stands still for 0.15 s, and for 0.6 s while all want the cores.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:MetaspaceSize=240m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseTransparentHugePages",
            "-Xss512k");

    private static final List<String> LIKE_THE_LAUNCHER = List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.podium.model.wire,org.podium.streams.stored");

    private Jvm() {}

    static List<String> command(int heapMiB, List<String> archive, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMiB + "m");
        command.addAll(SMALL);
        command.addAll(LIKE_THE_LAUNCHER);
        command.addAll(archive);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(TetheredMain.class.getName(), main));
        command.addAll(arguments);
        return command;
    }
}
