package org.podium.lab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a stack keeps on disk, locked for one process at a time. A temporary one is deleted when it is
 * closed; a kept one holds a complete system, which the next start goes on with. The lock is the operating system's, so
 * that it ends with the process however the process ends.
 *
 * <pre>
 * broker/      the broker's log directory
 * registry/    the schema registry's database
 * streams/     local state of results-streams, rebuilt from the broker when lost
 * venues/      one spool a venue
 * logs/        what everyone logs
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

    /** A full run with all recordings writes about 150 MB; twice that, and room for the logs. */
    static final long NEEDED_BYTES = 512L << 20;

    private static final String LOCK = "podium.lock";

    /** Lock files in here, our own and those of Kafka's log and state directories and of the venues' spools. */
    private static final Set<String> LOCKS = Set.of(LOCK, ".lock", "lock");

    private final Path root;
    private final boolean temporary;
    private final FileChannel lockFile;

    private DataDirectory(Path root, boolean temporary, FileChannel lockFile) {
        this.root = root;
        this.temporary = temporary;
        this.lockFile = lockFile;
    }

    /**
     * A new directory that is deleted when it is closed.
     *
     * @throws StackException when there is none to be had
     */
    public static DataDirectory temporary() {
        Path root;
        try {
            root = Files.createTempDirectory("podium-");
        } catch (IOException e) {
            throw new StackException(
                    "No directory can be made in %s (%s); make it writable or name another with --data DIR"
                            .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
                    e);
        }
        return open(root, true, NEEDED_BYTES);
    }

    /**
     * The directory at this path, made when it is not there, kept when it is closed.
     *
     * @throws StackException when it cannot be written, is in use or has no room
     */
    public static DataDirectory kept(Path root) {
        return open(root.toAbsolutePath().normalize(), false, NEEDED_BYTES);
    }

    static DataDirectory open(Path root, boolean temporary, long neededBytes) {
        FileChannel lockFile = null;
        try {
            Files.createDirectories(root);
            lockFile = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(root, lockFile);
            long usable = Files.getFileStore(root).getUsableSpace();
            if (usable < neededBytes) {
                throw new StackException(
                        "No disk space: %s has %d MiB left and %d MiB are needed; free some or name another directory with --data DIR"
                                .formatted(root, usable >> 20, neededBytes >> 20));
            }
            return new DataDirectory(root, temporary, lockFile);
        } catch (FileAlreadyExistsException e) {
            throw new StackException(
                    "%s is a file, not a directory; name another with --data DIR".formatted(e.getFile()), e);
        } catch (AccessDeniedException e) {
            throw new StackException(
                    "%s cannot be written; change its permissions or name another directory with --data DIR"
                            .formatted(root),
                    e);
        } catch (IOException e) {
            close(lockFile);
            throw new StackException(
                    "%s cannot be used (%s); name another directory with --data DIR".formatted(root, reason(e)), e);
        } catch (StackException e) {
            close(lockFile);
            throw e;
        }
    }

    private static void lock(Path root, FileChannel lockFile) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new StackException(
                    "Another podium runs on %s; stop it or name another directory with --data DIR".formatted(root));
        }
    }

    /** The directory itself. */
    public Path root() {
        return root;
    }

    /** A directory in it, made when it is not there. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StackException(
                    "%s cannot be made (%s); check the permissions and the space of the disk"
                            .formatted(root.resolve(name), reason(e)),
                    e);
        }
    }

    /** True when the disk is as good as full, which then is the likely cause of any failure. */
    public boolean isFull() {
        try {
            return Files.getFileStore(root).getUsableSpace() < NEEDED_BYTES / 64;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the directory free; a temporary one is deleted. */
    @Override
    public void close() {
        // The lock file goes while the lock is held. Whoever opened the file just before that then holds the lock of a
        // file that nobody else finds; of two such starts, the broker's own lock keeps the second away.
        try {
            if (temporary) {
                delete(root, file -> true);
            } else {
                // Broker, state stores and spools leave theirs behind. Nobody holds them: everything in here is closed.
                delete(root, file -> LOCKS.contains(file.getFileName().toString()));
            }
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing " + root + " failed", e);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the lock file failed", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException onFile && onFile.getReason() != null
                ? onFile.getReason()
                : e.toString();
    }

    /**
     * Deletes what the predicate takes of a tree, while its last writers may still be busy: what is gone already is
     * fine.
     */
    private static void delete(Path root, Predicate<Path> which) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (which.test(file)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (which.test(directory)) {
                    Files.deleteIfExists(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
