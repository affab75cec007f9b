package org.podium.venue.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A disk that stops writing when it is told to. */
final class FailingDisk implements Disk {

    private @Nullable String writeError;
    private @Nullable String forceError;
    private int bytesBefore;

    /** Writes so many bytes of the next record, and then fails. */
    void failWritesAfter(int bytes, String error) {
        writeError = error;
        bytesBefore = bytes;
    }

    void failForce(String error) {
        forceError = error;
    }

    void recover() {
        writeError = null;
        forceError = null;
    }

    @Override
    public File open(Path path) throws IOException {
        return new Failing(Disk.REAL.open(path));
    }

    private final class Failing implements File {

        private final File file;

        Failing(File file) {
            this.file = file;
        }

        @Override
        public void write(long at, byte[] bytes) throws IOException {
            if (writeError != null) {
                file.write(at, Arrays.copyOf(bytes, bytesBefore));
                throw new IOException(writeError);
            }
            file.write(at, bytes);
        }

        @Override
        public void force() throws IOException {
            if (forceError != null) {
                throw new IOException(forceError);
            }
            file.force();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(long at, byte[] into) throws IOException {
            file.read(at, into);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
