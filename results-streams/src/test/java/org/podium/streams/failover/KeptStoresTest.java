package org.podium.streams.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStoresTest {

    @TempDir
    Path directory;

    private Path process;
    private Path store;
    private KeptStores stores;

    @BeforeEach
    void anInstanceHasRun() throws IOException {
        process = Files.writeString(directory.resolve("kafka-streams-process-metadata"), "{}");
        store = Files.createDirectories(directory.resolve("0_2/rocksdb/units"));
        Files.writeString(store.resolve("CURRENT"), "MANIFEST-000004");
        stores = new KeptStores(directory);
    }

    @Test
    void storesOfAnInstanceThatWasKilledAreDeletedButNotWhoItIs() {
        stores.begin();

        assertThat(directory.resolve("0_2")).doesNotExist();
        assertThat(process).exists();
    }

    @Test
    void storesOfAnInstanceThatEndedInOrderAreKeptOnce() {
        stores.end();
        stores.begin();
        assertThat(store.resolve("CURRENT")).exists();

        stores.begin();
        assertThat(store).as("the one that began was killed").doesNotExist();
    }

    @Test
    void storesThatAreInUseAreLeftAlone() throws IOException {
        try (FileChannel channel = FileChannel.open(process, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            stores.begin();
            assertThat(lock.isValid()).isTrue();
        }

        assertThat(store.resolve("CURRENT")).exists();
    }

    @Test
    void nothingElseIsDeleted() throws IOException {
        Path foreign = Files.writeString(directory.resolve("notes"), "kept");

        stores.begin();

        assertThat(foreign).exists();
    }

    @Test
    void whereNoneHasRunNothingHappens() {
        KeptStores fresh = new KeptStores(directory.resolve("another"));

        assertThatCode(() -> {
                    fresh.begin();
                    fresh.end();
                })
                .doesNotThrowAnyException();
        assertThat(directory.resolve("another")).doesNotExist();
    }
}
