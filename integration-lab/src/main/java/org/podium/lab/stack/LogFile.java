package org.podium.lab.stack;

import java.nio.file.Path;

/** Sends what everything in this JVM logs to a file: the terminal is for what a command tells. */
public final class LogFile {

    private LogFile() {}

    /** To be called before anything logs. */
    public static void setUp(Path file) {
        System.setProperty("podium.lab.log", file.toString());
        System.setProperty("log4j2.configurationFile", "classpath:lab-log4j2.xml");
    }
}
