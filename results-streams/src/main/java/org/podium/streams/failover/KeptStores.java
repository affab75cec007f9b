package org.podium.streams.failover;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores that an instance has on its disk. Those of one that was killed are worth nothing under exactly-once: they
 * may hold what its last transaction wrote, which was aborted. Kafka Streams finds out when it opens them, store by
 * store, once the work on them has been given to the instance, and makes all of them anew while results wait. Here they
 * are deleted before the instance joins. Who it is, and so whose transactions it may end, is kept.
 *
 * <p>A file says that the last instance ended in order. It is there only while none runs.
 */
public final class KeptStores {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStores.class);

    private static final String ENDED_IN_ORDER = "ended-in-order";

    /** Kafka Streams holds a lock on it as long as an instance runs. */
    private static final String PROCESS = "kafka-streams-process-metadata";

    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final Path directory;

    /** @param directory of the application, within the one for state */
    public KeptStores(Path directory) {
        this.directory = directory;
    }

    /**
     * To be called before an instance starts. Deletes stores of one that did not end in order, unless one that runs has
     * them. What cannot be deleted is left to Kafka Streams.
     */
    public void begin() {
        if (!Files.exists(directory.resolve(PROCESS))) {
            return;
        }
        try (FileChannel process = FileChannel.open(directory.resolve(PROCESS), StandardOpenOption.WRITE);
                FileLock lock = process.tryLock()) {
            if (lock != null && !Files.deleteIfExists(directory.resolve(ENDED_IN_ORDER))) {
                delete();
            }
        } catch (OverlappingFileLockException e) {
            LOG.atDebug().setCause(e).log("another instance of this JVM has the stores");
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("directory", directory)
                    .addKeyValue("reason", e.toString())
                    .log("stores of an instance that was killed could not be deleted");
        }
    }

    private void delete() throws IOException {
        List<Path> tasks;
        try (Stream<Path> children = Files.list(directory)) {
            tasks = children.filter(child ->
                            TASK.matcher(child.getFileName().toString()).matches())
                    .toList();
        }
        for (Path task : tasks) {
            try (Stream<Path> files = Files.walk(task)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        LOG.atInfo()
                .addKeyValue("tasks", tasks.size())
                .log("stores of an instance that did not end in order are made anew");
    }

    /** To be called when an instance has ended in order. */
    public void end() {
        try {
            Files.write(directory.resolve(ENDED_IN_ORDER), new byte[0]);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("directory", directory)
                    .addKeyValue("reason", e.toString())
                    .log("the next instance here will make its stores anew");
        }
    }
}
