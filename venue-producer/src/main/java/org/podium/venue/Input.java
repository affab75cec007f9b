package org.podium.venue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;

/** What a command reads: a file, or standard input. */
final class Input {

    private static final String STANDARD_INPUT = "-";

    private Input() {}

    static InputStream open(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new StartException(ExitCode.CANNOT_START, name + " is a directory; name a file of events in it");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new StartException(ExitCode.CANNOT_START, "there is no file " + name + "; check its name", e);
        }
    }
}
