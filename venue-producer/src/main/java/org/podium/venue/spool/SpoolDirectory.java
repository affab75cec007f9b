package org.podium.venue.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of a spool, held by one process at a time, for one owner. */
final class SpoolDirectory implements Closeable {

    private static final String LOCK = "lock";
    private static final String OWNER = "owner";

    private final Path path;
    private final FileChannel lockFile;

    private SpoolDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static SpoolDirectory hold(Path path, String owner) throws IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        SpoolDirectory directory = new SpoolDirectory(path, lockFile);
        try {
            if (tryLock(lockFile) == null) {
                throw new SpoolException(
                        "The spool %s is in use by another agent. Stop that one, or give this one a directory of its own (podium.venue.spool.directory)."
                                .formatted(path));
            }
            directory.checkOwner(owner);
            return directory;
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void checkOwner(String owner) throws IOException {
        Path file = path.resolve(OWNER);
        if (!Files.exists(file)) {
            Path fresh = path.resolve(OWNER + ".new");
            Files.writeString(fresh, owner, StandardCharsets.UTF_8);
            move(fresh, file);
            return;
        }
        String found = Files.readString(file, StandardCharsets.UTF_8);
        if (!found.equals(owner)) {
            throw new SpoolException(
                    "The spool %s holds events for %s, not for %s. Give each venue a directory of its own (podium.venue.spool.directory)."
                            .formatted(path, found, owner));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    Path path() {
        return path;
    }

    /** Files of records, oldest first. */
    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}\\" + Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Has the disk note which files there are; where the system cannot (Windows), it does so in its own time. */
    void force() {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Opening a directory fails on Windows, which writes its directories through.
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
