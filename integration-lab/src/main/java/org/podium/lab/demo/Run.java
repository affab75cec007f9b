package org.podium.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.podium.lab.stack.DataDirectory;
import org.podium.lab.stack.StackException;

/**
 * The number of a replay on its data directory. A venue's events are identified by competition, unit, source and
 * sequence: the same recordings replayed again would be duplicates of those of the first time. So each replay after the
 * first is a competition of its own, as a rehearsal is (ADR 0038).
 */
record Run(int number) {

    private static final String FILE = "replays";

    /** The next one on the directory. */
    static Run next(DataDirectory data) {
        Path file = data.root().resolve(FILE);
        try {
            int last =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            Files.writeString(file, Integer.toString(last + 1));
            return new Run(last + 1);
        } catch (IOException | NumberFormatException e) {
            throw new StackException(
                    "%s does not hold the number of replays (%s); delete the directory to start anew"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** From a competition's code to the one that it is replayed under. */
    UnaryOperator<String> competition() {
        return number == 1 ? UnaryOperator.identity() : code -> code + "-R" + number;
    }
}
