package org.podium.venue.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolCrashTest {

    private static final byte[] KEY = "OG2024/ATHM100M--------------".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path scratch;

    @Test
    void losesOnlyTheTornRecordWhereverTheWriteOfItStopped() throws IOException {
        Path whole = spoolOf("one", "two", "three");
        byte[] bytes = Files.readAllBytes(file(whole));
        int lastStart = bytes.length - RecordFormat.sizeOf(KEY, text("three"));
        for (int length = lastStart; length < bytes.length; length++) {
            Path torn = copyOf(whole, "torn-" + length, Arrays.copyOf(bytes, length));
            try (Spool spool = open(torn)) {
                assertThat(values(spool)).as("cut at byte %d", length).containsExactly("one", "two");
                assertThat(spool.take(0, KEY, text("again"))).isEqualTo(new Taking.Taken(3));
            }
            try (Spool spool = open(torn)) {
                assertThat(values(spool)).containsExactly("one", "two", "again");
            }
        }
    }

    @Test
    void findsTheRecordsBehindADamagedOneWhicheverByteIsDamaged() throws IOException {
        Path whole = spoolOf("one", "two", "three");
        byte[] bytes = Files.readAllBytes(file(whole));
        int size = RecordFormat.sizeOf(KEY, text("one"));
        for (int damaged = size; damaged < 2 * size; damaged++) {
            byte[] wrong = bytes.clone();
            wrong[damaged] ^= 0x55;
            try (Spool spool = open(copyOf(whole, "damaged-" + damaged, wrong))) {
                assertThat(values(spool)).as("byte %d", damaged).containsExactly("one", "three");
            }
        }
    }

    @Test
    void countsARecordThatTheDiskLostAsDoneSoThatItsFileCanGo() throws IOException {
        Path whole = spoolOf("one", "two", "three");
        byte[] bytes = Files.readAllBytes(file(whole));
        bytes[RecordFormat.sizeOf(KEY, text("one")) + 20] ^= 0x55;
        try (Spool spool = open(copyOf(whole, "damaged", bytes))) {
            assertThat(spool.waiting()).isEqualTo(2);
            spool.acknowledge(1);
            spool.acknowledge(3);
            assertThat(spool.waiting()).isZero();
        }
    }

    @Test
    void readsWhatAnAgentLeftThatWasKilledWithoutClosing() throws IOException {
        Path killed = scratch.resolve("killed");
        Path left;
        try (Spool running = open(killed)) {
            running.take(0, KEY, text("one"));
            running.take(0, KEY, text("two"));
            running.acknowledge(1);
            left = copyOf(killed, "left", Files.readAllBytes(file(killed)));
        }
        try (Spool spool = open(left)) {
            assertThat(values(spool)).containsExactly("two");
        }
    }

    @Test
    void sendsTooMuchRatherThanTooLittleWhenTheMarkIsTorn() throws IOException {
        Path whole = spoolOf("one", "two", "three");
        try (Spool spool = open(whole)) {
            spool.acknowledge(1);
            spool.acknowledge(2);
        }
        Path mark = whole.resolve("acknowledged");
        byte[] bytes = Files.readAllBytes(mark);
        bytes[15] ^= 0x55;
        Files.write(mark, bytes);
        try (Spool spool = open(whole)) {
            assertThat(values(spool)).containsExactly("two", "three");
        }
        Files.write(mark, new byte[] {1, 2, 3});
        try (Spool spool = open(whole)) {
            assertThat(values(spool)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void takesNoBytesThatAnOlderFileLeftForARecord() throws IOException {
        Path whole = spoolOf("one", "two");
        byte[] bytes = Files.readAllBytes(file(whole));
        Path moved = scratch.resolve("moved");
        Files.createDirectories(moved);
        Files.write(moved.resolve("%019d%s".formatted(100, Segment.SUFFIX)), bytes);
        try (Spool spool = open(moved)) {
            assertThat(values(spool)).isEmpty();
            assertThat(spool.take(0, KEY, text("new"))).isEqualTo(new Taking.Taken(100));
        }
    }

    private Path spoolOf(String... values) {
        Path directory = scratch.resolve("whole");
        try (Spool spool = open(directory)) {
            for (String value : values) {
                spool.take(0, KEY, text(value));
            }
        }
        return directory;
    }

    private Path copyOf(Path spool, String name, byte[] records) throws IOException {
        Path copy = Files.createDirectories(scratch.resolve(name));
        Files.write(copy.resolve(file(spool).getFileName()), records);
        Path mark = spool.resolve("acknowledged");
        if (Files.exists(mark)) {
            Files.copy(mark, copy.resolve("acknowledged"));
        }
        return copy;
    }

    private static Path file(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Spool open(Path directory) {
        return Spool.open(
                new SpoolSettings(directory, "venue.STA.events", SpoolSettings.LEAST_BYTES, Sync.OPERATING_SYSTEM));
    }

    private static List<String> values(Spool spool) {
        List<String> values = new ArrayList<>();
        SpoolCursor cursor = spool.unacknowledged();
        for (Optional<SpooledRecord> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            values.add(new String(next.orElseThrow().value(), StandardCharsets.UTF_8));
        }
        return values;
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
