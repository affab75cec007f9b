package org.podium.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.BracketSlot;
import org.podium.model.wire.BracketUnit;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventNotice;
import org.podium.model.wire.EventRemark;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.PoolTally;
import org.podium.model.wire.Undecided;

class EventDocumentTest {

    private static final String EVENT = "FENMFOIL--------------";
    private static final String FINAL = EVENT + "FNL-000100--";

    private static EventResult.Builder event() {
        return EventResult.newBuilder()
                .setCompetition("OG2024")
                .setEvent(EVENT)
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(7)
                .setDisciplineName("Fencing")
                .setEventName("Men's Foil")
                .setTakenAt(Instant.ofEpochMilli(5));
    }

    private static JsonNode parsed(byte[] json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        assertThat(parsed(EventDocument.full(event().build())))
                .isEqualTo(parsed(EventDocument.summary(event().build())));
        assertThat(parsed(EventDocument.full(event().build())).has("phases")).isFalse();
    }

    @Test
    void writesPhasesBracketRankingAndRemarks() throws IOException {
        PhaseLine line = PhaseLine.newBuilder()
                .setCompetitor("A")
                .setName("SIMULATED Alpha")
                .setOrganisation("XAA")
                .setGroup("P1")
                .setSortOrder(1)
                .setRank(2)
                .setRankEqual(true)
                .setGroupRank(1)
                .setText("2.5")
                .setIrm(Irm.DPI)
                .setQualification("Q")
                .setPool(new PoolTally(3, 2, 1, 0, 2_500_000L, 15_000_000L, 9_000_000L))
                .build();
        PhaseResult pools = new PhaseResult(
                "POOL",
                "Pools",
                List.of(FINAL),
                1,
                true,
                List.of(line),
                List.of(new Undecided("q", 1, List.of("A", "B"))));
        BracketUnit bout = new BracketUnit(
                FINAL,
                "FNL",
                false,
                List.of(
                        BracketSlot.newBuilder()
                                .setStartOrder(1)
                                .setFrom("POOL")
                                .setGroup("P1")
                                .setPlace(1)
                                .setCompetitor("A")
                                .setName("SIMULATED Alpha")
                                .setOrganisation("XAA")
                                .build(),
                        BracketSlot.newBuilder()
                                .setStartOrder(2)
                                .setFrom("POOL")
                                .setPlace(2)
                                .build()));
        EventLine ranked = EventLine.newBuilder()
                .setCompetitor("A")
                .setName("SIMULATED Alpha")
                .setOrganisation("XAA")
                .setSortOrder(1)
                .setRank(1)
                .setFrom(FINAL)
                .setMedal(Medal.ME_GOLD)
                .build();

        JsonNode json = parsed(EventDocument.full(event().setPhases(List.of(pools))
                .setBracket(List.of(bout))
                .setRanking(List.of(ranked))
                .setRemarks(List.of(new EventRemark(EventNotice.NOT_QUALIFIED, FINAL, "B")))
                .setMedallists(
                        List.of(new Medallist(Medal.ME_GOLD, "A", "SIMULATED Alpha", "XAA", List.of(), FINAL, null)))
                .setChange(new Change(
                        ChangeKind.RESULT_STATUS, null, "T1", 4L, null, FINAL, List.of(), 0, null, List.of()))
                .build()));

        assertThat(json.at("/phases/0/complete").asBoolean()).isTrue();
        assertThat(json.at("/phases/0/lines/0/qualification").asText()).isEqualTo("Q");
        assertThat(json.at("/phases/0/lines/0/pool/points").asText()).isEqualTo("2.5");
        assertThat(json.at("/phases/0/lines/0/pool/scored").asText()).isEqualTo("15");
        assertThat(json.at("/phases/0/undecided/0/competitors")).hasSize(2);
        assertThat(json.at("/bracket/0/slots/0/name").asText()).isEqualTo("SIMULATED Alpha");
        assertThat(json.at("/bracket/0/slots/1").has("competitor")).isFalse();
        assertThat(json.at("/ranking/0/medal").asText()).isEqualTo("ME_GOLD");
        assertThat(json.at("/remarks/0/notice").asText()).isEqualTo("NOT_QUALIFIED");
        assertThat(json.at("/change/unit").asText()).isEqualTo(FINAL);
        assertThat(json.at("/medallists")).hasSize(1);
    }

    @Test
    void aSummaryHasTheMedallistsAlone() throws IOException {
        JsonNode json = parsed(EventDocument.summary(event().setRanking(List.of())
                .setMedallists(
                        List.of(new Medallist(Medal.ME_GOLD, "A", "SIMULATED Alpha", "XAA", List.of(), FINAL, null)))
                .build()));

        assertThat(json.at("/medallists/0/competitor").asText()).isEqualTo("A");
        assertThat(json.at("/version").asLong()).isEqualTo(7);
    }
}
