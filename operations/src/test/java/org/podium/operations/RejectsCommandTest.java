package org.podium.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;

final class RejectsCommandTest {

    private static final Instant TAKEN = Instant.parse("2024-08-04T19:50:00.125Z");

    @Test
    void aLineSaysWhenWhyWhoOfWhatAndWhere() {
        RejectedEvent reject = reject().setVenue("STA")
                .setSource("TIMING-1")
                .setSequence(20L)
                .setCompetition("OG2024")
                .setUnit("ATHM100M--------------FNL-000100--")
                .build();

        assertThat(RejectsCommand.line(reject))
                .isEqualTo(
                        "2024-08-04T19:50:00.125Z FLAGGED  UNKNOWN_COMPETITOR        STA TIMING-1 #20 OG2024/ATHM100M--------------FNL-000100--: competitor Z9 is not on a start list [venue.STA.events, partition 3, offset 812]");
    }

    @Test
    void whatCouldNotBeReadIsUnknown() {
        assertThat(RejectsCommand.line(reject().build())).contains(" ? ? #? ?/?: competitor Z9");
    }

    private static RejectedEvent.Builder reject() {
        return RejectedEvent.newBuilder()
                .setDisposition(Disposition.FLAGGED)
                .setReason(RejectReason.UNKNOWN_COMPETITOR)
                .setSentence("competitor Z9 is not on a start list")
                .setTopic("venue.STA.events")
                .setPartition(3)
                .setOffset(812)
                .setTakenAt(TAKEN);
    }
}
