package org.podium.lab.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.podium.lab.stack.StackException;

/**
 * A file system of its own for the directory of one process, which can be filled up. It is an image in a file, mounted
 * in a mount namespace that only the process is in: it goes with the process, so that nothing stays mounted whatever
 * end anybody meets. What was on it is there again at the next start, without what filled it up.
 */
final class SmallDisk {

    private static final String FILLER = "filler";

    /** What is in the directory when the image is new is copied onto it; a broker takes nothing else there. */
    private static final String MOUNT = """
            set -e
            mount -o loop "$0" "$1"
            rm -rf "$1/%s" "$1/lost+found"
            [ -e "$1/meta.properties" ] || cp -a "$1.new/." "$1/"
            shift
            exec "$@"
            """.formatted(FILLER);

    private static final String FILL = """
            left() { df --output=avail -B1 "$0" | tail -n 1; }
            most=$(($(left) - 8388608))
            if [ "$most" -gt 0 ]; then fallocate -l "$most" "$0/$1" || exit 1; fi
            dd if=/dev/zero bs=64k >>"$0/$1" 2>/dev/null
            [ "$(left)" -lt 65536 ]
            """;

    private final Path image;
    private final Path directory;

    private SmallDisk(Path image, Path directory) {
        this.image = image;
        this.directory = directory;
    }

    /** True where this machine lets us: mounting needs root, and loop devices. */
    static boolean allowed() throws InterruptedException {
        try {
            return run(
                            List.of(
                                    "unshare",
                                    "-m",
                                    "sh",
                                    "-c",
                                    "mount -t tmpfs none /mnt && command -v mkfs.ext4 && command -v fallocate && command -v nsenter"))
                    == 0;
        } catch (StackException e) {
            return false;
        }
    }

    /**
     * Makes the image.
     *
     * @param directory where it will be mounted; what it holds now moves beside it, and from there onto the image
     */
    static SmallDisk of(Path image, Path directory, long bytes) throws InterruptedException {
        String script =
                "mv \"$1\" \"$1.new\" && mkdir \"$1\" && truncate -s \"$2\" \"$0\" && mkfs.ext4 -q -F -m 0 \"$0\"";
        int status = run(List.of("sh", "-c", script, image.toString(), directory.toString(), Long.toString(bytes)));
        if (status != 0) {
            throw new StackException("No file system could be made in %s (status %d)".formatted(image, status));
        }
        return new SmallDisk(image, directory);
    }

    /** The command that mounts it and then becomes the given one. */
    List<String> mountedFor(List<String> command) {
        List<String> mounted =
                new ArrayList<>(List.of("unshare", "-m", "sh", "-c", MOUNT, image.toString(), directory.toString()));
        mounted.addAll(command);
        return mounted;
    }

    /**
     * Leaves no byte free on the disk of the process with this id. What is free goes on changing while the process
     * writes: most of it is taken at once, and the rest by writing until there is no room.
     */
    void fill(long pid) throws InterruptedException {
        int status =
                run(List.of("nsenter", "-t", Long.toString(pid), "-m", "sh", "-c", FILL, directory.toString(), FILLER));
        if (status != 0) {
            throw new StackException("The disk %s could not be filled (status %d)".formatted(directory, status));
        }
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackException("'%s' does not start: %s".formatted(command.getFirst(), e.getMessage()), e);
        }
    }
}
