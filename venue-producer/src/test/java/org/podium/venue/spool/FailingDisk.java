package org.podium.venue.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files on a disk that stops writing when it is told to. */
final class FailingDisk implements Segment.Disk {

    private @Nullable String writeError;
    private @Nullable String forceError;
    private int bytesBefore;

    void failWrites(String error) {
        failWritesAfter(0, error);
    }

    /** Writes so many bytes of the next write, and then fails. */
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
    public FileChannel open(Path file, Set<OpenOption> options) throws IOException {
        return new Failing(FileChannel.open(file, options));
    }

    private final class Failing extends FileChannel {

        private final FileChannel file;

        Failing(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (writeError == null) {
                return file.write(source, position);
            }
            if (bytesBefore == 0) {
                throw new IOException(writeError);
            }
            int written = file.write(source.slice(source.position(), bytesBefore), position);
            source.position(source.position() + written);
            bytesBefore = 0;
            return written;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (forceError != null) {
                throw new IOException(forceError);
            }
            file.force(metaData);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public int read(ByteBuffer target) {
            throw notUsed();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw notUsed();
        }

        @Override
        public int write(ByteBuffer source) {
            throw notUsed();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw notUsed();
        }

        @Override
        public long position() {
            throw notUsed();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw notUsed();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw notUsed();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw notUsed();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw notUsed();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw notUsed();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw notUsed();
        }

        private UnsupportedOperationException notUsed() {
            return new UnsupportedOperationException("the spool does not do this");
        }
    }
}
