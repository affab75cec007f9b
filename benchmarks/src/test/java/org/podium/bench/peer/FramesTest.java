package org.podium.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.podium.bench.load.Marks;

class FramesTest {

    @Test
    void areAboutAKilobyteAndBearTheMarksInTheirOrder() {
        byte[] frame = Frames.of(3, 12, 1_700_000_000_123L);
        assertThat(frame.length).isBetween(900, 1_124);
        String text = new String(frame, StandardCharsets.UTF_8);
        int time = text.indexOf(Marks.OF_PODIUM.time() + "1700000000123");
        int subject = text.indexOf(Marks.OF_PODIUM.subject() + "HBLM");
        int version = text.indexOf(Marks.OF_PODIUM.version() + "12,");
        assertThat(time).isPositive().isLessThan(subject);
        assertThat(subject).isLessThan(version);
    }
}
