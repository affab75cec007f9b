package org.podium.venue.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.venue.spool.Taking.Reason;
import org.podium.venue.spool.Taking.Refused;
import org.podium.venue.spool.Taking.Taken;

class SpoolDiskTest {

    private static final byte[] KEY = "OG2024/ATHM100M--------------".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VALUE = "event".getBytes(StandardCharsets.UTF_8);

    private final FailingDisk disk = new FailingDisk();

    private final Path directory;

    private final Spool spool;

    SpoolDiskTest(@TempDir Path directory) {
        this.directory = directory;
        this.spool = Spool.open(settings(), disk);
        assertThat(spool.take(0, KEY, VALUE)).isEqualTo(new Taken(1));
    }

    @AfterEach
    void close() {
        spool.close();
    }

    @Test
    void refusesWhenTheDiskIsFullAndTakesAgainWhenThereIsRoom() {
        disk.failWritesAfter(0, "No space left on device");
        assertThat(spool.take(0, KEY, VALUE)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.DISK_FAILED);
            assertThat(refused.sentence())
                    .contains("No space left on device", "Make room", "podium.venue.spool.directory");
        });
        disk.recover();
        assertThat(spool.take(0, KEY, VALUE)).isEqualTo(new Taken(2));
        assertThat(SpoolTest.positions(spool.unacknowledged())).containsExactly(1L, 2L);
    }

    @Test
    void leavesNothingOfARecordThatWasHalfWritten() {
        disk.failWritesAfter(20, "No space left on device");
        assertThat(spool.take(0, KEY, VALUE)).isInstanceOf(Refused.class);
        disk.recover();
        spool.take(0, KEY, VALUE);
        spool.close();
        try (Spool again = Spool.open(settings())) {
            assertThat(SpoolTest.positions(again.unacknowledged())).containsExactly(1L, 2L);
        }
    }

    @Test
    void takesNothingMoreAfterAFailedFsyncUntilItIsOpenedAgain() {
        disk.failForce("Input/output error");
        assertThat(spool.take(0, KEY, VALUE)).isInstanceOf(Refused.class);
        disk.recover();
        assertThat(spool.take(0, KEY, VALUE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.sentence()).contains("start the agent again"));
        assertThat(SpoolTest.positions(spool.unacknowledged())).containsExactly(1L);
        spool.close();
        try (Spool again = Spool.open(settings())) {
            assertThat(SpoolTest.positions(again.unacknowledged())).containsExactly(1L);
            assertThat(again.take(0, KEY, VALUE)).isEqualTo(new Taken(2));
        }
    }

    private SpoolSettings settings() {
        return new SpoolSettings(directory, "venue.STA.events", SpoolSettings.LEAST_BYTES, Sync.EVERY_RECORD);
    }
}
