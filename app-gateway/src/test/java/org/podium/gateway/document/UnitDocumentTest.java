package org.podium.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultStatus;

class UnitDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    @Test
    void aVersionThatStandsForOthersNamesTheEventsBehindThem() throws IOException {
        JsonNode change = changeOf(List.of(
                new EarlierEvent(ChangeKind.MARK, "C1", "TIMING-1", 4L),
                new EarlierEvent(ChangeKind.GAP_FILLED, null, "TIMING-1", 5L)));

        assertThat(change.path("sequence").asLong()).isEqualTo(6);
        assertThat(change.path("earlier")).isEqualTo(JSON.readTree("""
                        [{"kind": "MARK", "competitor": "C1", "source": "TIMING-1", "sequence": 4},
                         {"kind": "GAP_FILLED", "source": "TIMING-1", "sequence": 5}]"""));
    }

    @Test
    void oneThatStandsForItselfAloneSaysNothingOfOthers() throws IOException {
        assertThat(changeOf(List.of()).has("earlier")).isFalse();
    }

    private static JsonNode changeOf(List<EarlierEvent> earlier) throws IOException {
        Result result = Result.newBuilder()
                .setCompetition("OG2024")
                .setUnit("ATHM100M--------------FNL-000100--")
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(6)
                .setDisciplineName("Athletics")
                .setEventName("100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Stadium")
                .setScheduledStart(START)
                .setStatus(ResultStatus.LIVE)
                .setScheduleStatus(null)
                .setSource("TIMING-1")
                .setVenueTime(START)
                .setTakenAt(START)
                .setChange(new Change(
                        ChangeKind.MARK, "C2", "TIMING-1", 6L, null, null, List.of(), 0, ResultStatus.LIVE, earlier))
                .setLines(List.of())
                .build();
        return JSON.readTree(UnitDocument.full(result)).path("change");
    }
}
