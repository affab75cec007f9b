package org.podium.venue.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.venue.spool.Taking.Reason;
import org.podium.venue.spool.Taking.Refused;
import org.podium.venue.spool.Taking.Taken;

class SpoolTest {

    private static final byte[] KEY = "OG2024/ATHM100M--------------".getBytes(StandardCharsets.UTF_8);

    /** Sixty-four of them fill a file of the spool. */
    private static final byte[] BULKY = new byte[64 * 1_024];

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasTakenWithTheMomentWhenItWasTaken() {
        try (Spool spool = open(Sync.EVERY_RECORD)) {
            assertThat(spool.take(1_722_801_300_123L, KEY, bytes("first"))).isEqualTo(new Taken(1));
        }
        try (Spool spool = open(Sync.EVERY_RECORD)) {
            SpooledRecord record = spool.unacknowledged().next().orElseThrow();
            assertThat(record.position()).isEqualTo(1);
            assertThat(record.takenAtMillis()).isEqualTo(1_722_801_300_123L);
            assertThat(record.key()).isEqualTo(KEY);
            assertThat(record.value()).isEqualTo(bytes("first"));
        }
    }

    @Test
    void hasOnlyTheUnacknowledgedInOrderAfterARestart() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            take(spool, 6);
            spool.acknowledge(2);
            spool.acknowledge(1);
            spool.acknowledge(3);
        }
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            assertThat(positions(spool.unacknowledged())).containsExactly(4L, 5L, 6L);
            assertThat(spool.waiting()).isEqualTo(3);
            assertThat(take(spool, 1)).isEqualTo(new Taken(7));
        }
    }

    @Test
    void sendsAgainWhatLiesBehindAnUnacknowledgedRecordAfterARestart() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            take(spool, 4);
            spool.acknowledge(1);
            spool.acknowledge(3);
            assertThat(positions(spool.unacknowledged())).containsExactly(2L, 4L);
            assertThat(spool.waiting()).isEqualTo(2);
        }
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            assertThat(positions(spool.unacknowledged())).containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void neverUsesAPositionTwiceAlsoWhenEverythingWasAcknowledged() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            take(spool, 3);
            LongStream.rangeClosed(1, 3).forEach(spool::acknowledge);
        }
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            assertThat(positions(spool.unacknowledged())).isEmpty();
            assertThat(take(spool, 1)).isEqualTo(new Taken(4));
        }
    }

    @Test
    void anAcknowledgementAgainChangesNothing() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            take(spool, 3);
            spool.acknowledge(2);
            spool.acknowledge(2);
            spool.acknowledge(1);
            spool.acknowledge(1);
            assertThat(spool.waiting()).isEqualTo(1);
        }
    }

    @Test
    void aCursorGoesOnWithWhatIsTakenLater() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            SpoolCursor cursor = spool.unacknowledged();
            assertThat(cursor.next()).isEmpty();
            take(spool, 1);
            assertThat(cursor.next().map(SpooledRecord::position)).contains(1L);
            assertThat(cursor.next()).isEmpty();
            take(spool, 1);
            assertThat(cursor.next().map(SpooledRecord::position)).contains(2L);
        }
    }

    @Test
    void refusesAtItsBoundAndTakesAgainWhenKafkaHasAcknowledged() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            List<Long> taken = new ArrayList<>();
            Taking last = spool.take(0, KEY, BULKY);
            while (last instanceof Taken(long position)) {
                taken.add(position);
                last = spool.take(0, KEY, BULKY);
            }
            assertThat(last).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.SPOOL_FULL);
                assertThat(refused.sentence()).contains(taken.size() + " events", "podium.venue.spool.max-bytes");
            });
            assertThat(spool.bytes()).isLessThanOrEqualTo(SpoolSettings.LEAST_BYTES);
            assertThat(positions(spool.unacknowledged())).isEqualTo(taken);

            taken.subList(0, taken.size() / 2).forEach(spool::acknowledge);
            assertThat(spool.take(0, KEY, BULKY)).isInstanceOf(Taken.class);
        }
    }

    @Test
    void deletesFilesWhoseRecordsAreAllAcknowledged() throws IOException {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            for (int i = 0; i < 150; i++) {
                spool.take(0, KEY, BULKY);
            }
            assertThat(files()).hasSize(3);
            LongStream.rangeClosed(1, 149).forEach(spool::acknowledge);
            assertThat(files()).hasSize(1);
            assertThat(positions(spool.unacknowledged())).containsExactly(150L);
        }
    }

    @Test
    void readsOnAfterTheFileOfACursorWasDeleted() {
        try (Spool spool = open(Sync.OPERATING_SYSTEM)) {
            for (int i = 0; i < 150; i++) {
                spool.take(0, KEY, BULKY);
            }
            SpoolCursor cursor = spool.unacknowledged();
            assertThat(cursor.next()).isPresent();
            LongStream.rangeClosed(1, 140).forEach(spool::acknowledge);
            assertThat(positions(cursor))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(141, 150).boxed().toList());
        }
    }

    @Test
    void letsOnlyOneAgentUseADirectory() {
        try (Spool _ = open(Sync.OPERATING_SYSTEM)) {
            assertThatThrownBy(() -> open(Sync.OPERATING_SYSTEM))
                    .isInstanceOf(SpoolException.class)
                    .hasMessageContaining("in use by another agent");
        }
    }

    @Test
    void refusesTheDirectoryOfAnotherVenue() {
        open(Sync.OPERATING_SYSTEM).close();
        SpoolSettings other =
                new SpoolSettings(directory, "venue.DEF.events", SpoolSettings.LEAST_BYTES, Sync.OPERATING_SYSTEM);
        assertThatThrownBy(() -> Spool.open(other))
                .isInstanceOf(SpoolException.class)
                .hasMessageContaining("holds events for venue.STA.events, not for venue.DEF.events");
        open(Sync.OPERATING_SYSTEM).close();
    }

    @Test
    void saysWhatToDoWhenTheDirectoryCannotBeMade() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        SpoolSettings settings =
                new SpoolSettings(file.resolve("spool"), "x", SpoolSettings.LEAST_BYTES, Sync.OPERATING_SYSTEM);
        assertThatThrownBy(() -> Spool.open(settings))
                .isInstanceOf(SpoolException.class)
                .hasMessageContaining("Check that the directory can be written to");
    }

    @Test
    void anInterruptOfAThreadThatTakesDoesNoHarm() {
        try (Spool spool = open(Sync.EVERY_RECORD)) {
            Thread.currentThread().interrupt();
            assertThat(take(spool, 1)).isEqualTo(new Taken(1));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(take(spool, 1)).isEqualTo(new Taken(2));
        }
    }

    @Test
    void takesNothingAfterItWasClosed() {
        Spool spool = open(Sync.OPERATING_SYSTEM);
        spool.close();
        assertThat(spool.take(0, KEY, BULKY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CLOSED));
    }

    private Spool open(Sync sync) {
        return Spool.open(new SpoolSettings(directory, "venue.STA.events", SpoolSettings.LEAST_BYTES, sync));
    }

    private static Taking take(Spool spool, int times) {
        Taking last = new Taken(0);
        for (int i = 0; i < times; i++) {
            last = spool.take(0, KEY, bytes("event"));
        }
        return last;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Long> positions(SpoolCursor cursor) {
        return Stream.generate(cursor::next)
                .takeWhile(Optional::isPresent)
                .map(record -> record.orElseThrow().position())
                .toList();
    }
}
