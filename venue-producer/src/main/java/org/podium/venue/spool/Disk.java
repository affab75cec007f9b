package org.podium.venue.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Where the files of a spool are; a test gives one that fails. */
interface Disk {

    /**
     * The disk of this machine. Not through {@code FileChannel}: an interrupt of a thread that writes or reads would
     * close the file for all others.
     */
    Disk REAL = path -> new RealFile(new RandomAccessFile(path.toFile(), "rw"));

    /** Opens a file to read and write; makes it when it is not there. */
    File open(Path path) throws IOException;

    /** A file. Used by one thread at a time. */
    interface File extends Closeable {

        long size() throws IOException;

        /** Fills the array with what is at this place. */
        void read(long at, byte[] into) throws IOException;

        void write(long at, byte[] bytes) throws IOException;

        void truncate(long size) throws IOException;

        /** Returns when the disk has everything. */
        void force() throws IOException;
    }

    /** A file of the operating system. */
    record RealFile(RandomAccessFile file) implements File {

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void read(long at, byte[] into) throws IOException {
            file.seek(at);
            file.readFully(into);
        }

        @Override
        public void write(long at, byte[] bytes) throws IOException {
            file.seek(at);
            file.write(bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
