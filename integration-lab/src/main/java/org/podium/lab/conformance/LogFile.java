package org.podium.lab.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything in this JVM logs to: the terminal is for the table. Kept when the check breaks off. */
final class LogFile implements AutoCloseable {

    private final Path file;
    private boolean forgotten;

    private LogFile(Path file) {
        this.file = file;
    }

    /** To be called before anything logs. */
    static LogFile open() {
        try {
            LogFile log = new LogFile(Files.createTempFile("podium-conformance-", ".log"));
            System.setProperty("podium.lab.log", log.file.toString());
            System.setProperty("log4j2.configurationFile", "classpath:lab-log4j2.xml");
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody will want to read it. */
    void forget() {
        forgotten = true;
    }

    @Override
    public void close() {
        if (!forgotten) {
            System.err.println("podium: the log is in " + file);
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
