package org.podium.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/** What bad input gets: its outcome, a record of it, a count, and nobody else is stopped. */
class BadInputTest {

    private static final String TOPIC = "venue.STA.events";
    private static final Voice TIMING = Voice.timing();

    private final TopologyBench bench = new TopologyBench();

    @BeforeEach
    void aRaceIsOn() {
        bench.define(Entries.sprint(Voice.FINAL));
        bench.define(Entries.sprint(Voice.OTHER_FINAL));
        bench.send(TIMING.status(1, ResultStatus.START_LIST), TIMING.status(2, ResultStatus.LIVE));
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void bytesThatAreNotAvroAreRejected() {
        expect(Disposition.REJECTED, RejectReason.NOT_AVRO, "{\"time\": 9.78}".getBytes(UTF_8));
    }

    @Test
    void aRecordWithoutValueIsRejected() {
        bench.send(TOPIC, null, null, Voice.START);

        RejectedEvent reject = bench.rejects().getLast();
        assertThat(reject.getReason()).isEqualTo(RejectReason.NOT_AVRO);
        assertThat(reject.getOriginalKey()).isNull();
        assertThat(reject.getOriginalValue()).isNull();
        expectOthersGoOn();
    }

    @Test
    void aTruncatedEventIsRejected() {
        byte[] whole = bench.encode(TIMING.time(3, "C1", "9.80"));

        expect(
                Disposition.REJECTED,
                RejectReason.NOT_AVRO,
                ByteBuffer.allocate(20).put(whole, 0, 20).array());
    }

    @Test
    void anUnknownSchemaIdIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.UNKNOWN_SCHEMA,
                ByteBuffer.allocate(9).put((byte) 0).putInt(4_711).array());
    }

    @Test
    void aMessageOfAnotherTypeIsRejected() {
        bench.send(
                TOPIC,
                TopologyBench.keyOf(TIMING.takeover(3)),
                bench.feedBytes().getFirst(),
                Voice.START);

        assertThat(bench.reasons()).containsExactly(RejectReason.WRONG_RECORD_TYPE);
        expectOthersGoOn();
    }

    @Test
    void anRscOfTheWrongLengthIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.INVALID_RSC,
                TIMING.about("ATHM100M--------------FNL-0001").time(3, "C1", "9.80"));
    }

    @Test
    void aCodeThatIsNoneIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.MALFORMED,
                new Voice("STA", "timing one", Voice.FINAL).time(3, "C1", "9.80"));
    }

    @Test
    void aSequenceThatIsNoneIsRejected() {
        expect(Disposition.REJECTED, RejectReason.MALFORMED, TIMING.time(0, "C1", "9.80"));
        expect(
                Disposition.REJECTED,
                RejectReason.MALFORMED,
                VenueEvent.newBuilder(TIMING.takeover(3))
                        .setSequence(Long.MAX_VALUE)
                        .build());
    }

    @Test
    void anEventWithoutWhatItIsAboutIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.MALFORMED,
                TIMING.event(3, EventKind.MARK).build());
    }

    @Test
    void aKindOfEventThatIsNewerThanThisVersionIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.UNKNOWN_KIND,
                TIMING.event(3, EventKind.UNKNOWN).build());
    }

    @Test
    void aTestEventInTheProductionFeedIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.WRONG_FEED,
                VenueEvent.newBuilder(TIMING.time(3, "C1", "9.80"))
                        .setFeed(FeedFlag.TEST)
                        .build());
    }

    @Test
    void aKeyOfAnotherEventIsRejected() {
        VenueEvent event = TIMING.time(3, "C1", "9.80");
        bench.send(TOPIC, "OG2024/SWMM100M".getBytes(UTF_8), bench.encode(event), event.getVenueTime());

        assertThat(bench.reasons()).containsExactly(RejectReason.WRONG_KEY);
        expectOthersGoOn();
    }

    @Test
    void aVenueThatSpeaksOnTheTopicOfAnotherIsRejected() {
        VenueEvent event = new Voice("POO", "TIMING-1", Voice.FINAL).time(3, "C1", "9.80");
        bench.send(TOPIC, TopologyBench.keyOf(event), bench.encode(event), event.getVenueTime());

        assertThat(bench.reasons()).containsExactly(RejectReason.WRONG_VENUE);
        expectOthersGoOn();
    }

    @Test
    void aVenueThatSpeaksAboutTheUnitOfAnotherIsRejected() {
        VenueEvent event = new Voice("POO", "TIMING-1", Voice.FINAL).time(3, "C1", "9.80");
        bench.send(event);

        RejectedEvent reject = bench.rejects().getFirst();
        assertThat(reject.getReason()).isEqualTo(RejectReason.WRONG_VENUE);
        assertThat(reject.getTopic()).isEqualTo("venue.POO.events");
        expectOthersGoOn();
    }

    @Test
    void aVenueOfAnotherDeploymentIsNotReplayed() {
        VenueEvent event = new Voice("NOW", "TIMING-1", Voice.FINAL).time(3, "C1", "9.80");
        replay(event);

        RejectedEvent reject = bench.rejects().getFirst();
        assertThat(reject.getReason()).isEqualTo(RejectReason.WRONG_VENUE);
        assertThat(reject.getTopic()).isEqualTo("replay.events");
        expectOthersGoOn();
    }

    @Test
    void decisionsOfTheDeskAreNotReplayed() {
        replay(new Voice("DESK", "DESK-1", Voice.FINAL).time(1, "C1", "9.80"));

        assertThat(bench.reasons()).containsExactly(RejectReason.WRONG_VENUE);
        expectOthersGoOn();
    }

    private void replay(VenueEvent event) {
        bench.send("replay.events", TopologyBench.keyOf(event), bench.encode(event), event.getVenueTime());
    }

    @Test
    void aSourceThatIsNotInChargeIsRejected() {
        expect(Disposition.REJECTED, RejectReason.NOT_IN_CHARGE, Voice.backup().time(3, "C1", "9.80"));
    }

    @Test
    void aSequenceSeenBeforeIsRejected() {
        expect(Disposition.REJECTED, RejectReason.DUPLICATE_SEQUENCE, TIMING.status(2, ResultStatus.LIVE));
    }

    @Test
    void aGapIsAppliedAndFlagged() {
        bench.send(TIMING.time(4, "C1", "9.80"));

        expectReported(Disposition.FLAGGED, RejectReason.SEQUENCE_GAP, bench.encode(TIMING.time(4, "C1", "9.80")));
        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.SEQUENCE_GAP);
        assertThat(bench.newest().getLines().getFirst().getText()).isEqualTo("9.80");
        expectOthersGoOn();
    }

    @Test
    void anEventFarAheadIsRejected() {
        expect(Disposition.REJECTED, RejectReason.GAP_TOO_WIDE, TIMING.time(20_000, "C1", "9.80"));
    }

    @Test
    void anUnknownCompetitorWaitsForAListThatNamesThem() {
        bench.send(TIMING.time(3, "C9", "9.70"));

        expectReported(Disposition.PARKED, RejectReason.UNKNOWN_COMPETITOR, bench.encode(TIMING.time(3, "C9", "9.70")));
        assertThat(bench.newest().getLines())
                .noneMatch(line -> line.getCompetitor().equals("C9"));

        bench.send(TIMING.startList(4, "C1", "C9"));

        assertThat(bench.newest().getLines().getFirst().getCompetitor()).isEqualTo("C9");
        assertThat(bench.newest().getLines().getFirst().getRank()).isEqualTo(1);
    }

    @Test
    void competitorsWithoutAListAreBounded() {
        int most = TopologyBench.SETTINGS.limits().waitingCompetitors();
        for (int i = 0; i <= most; i++) {
            bench.send(TIMING.time(3 + i, "X" + i, "9.90"));
        }

        assertThat(bench.counted(Disposition.PARKED, RejectReason.UNKNOWN_COMPETITOR))
                .isEqualTo(most);
        assertThat(bench.counted(Disposition.REJECTED, RejectReason.UNKNOWN_COMPETITOR))
                .isEqualTo(1);
    }

    @Test
    void aMarkOfTheWrongKindIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.WRONG_MARK_KIND,
                TIMING.event(3, EventKind.MARK)
                        .setMark(Voice.mark("C1", MarkKind.DISTANCE, "8.36"))
                        .build());
    }

    @Test
    void aThreeSecondSprintIsRejected() {
        expect(Disposition.REJECTED, RejectReason.IMPLAUSIBLE_MARK, TIMING.time(3, "C1", "3.01"));
    }

    @Test
    void aNegativeMarkIsRejected() {
        expect(Disposition.REJECTED, RejectReason.IMPLAUSIBLE_MARK, TIMING.time(3, "C1", "-9.80"));
    }

    @Test
    void aMarkBeyondAnythingInSportIsRejected() {
        expect(Disposition.REJECTED, RejectReason.IMPLAUSIBLE_MARK, TIMING.time(3, "C1", "9000000000000"));
    }

    @Test
    void anIllegalStatusTransitionIsRejected() {
        bench.send(TIMING.status(3, ResultStatus.OFFICIAL));

        expect(Disposition.REJECTED, RejectReason.ILLEGAL_STATUS_TRANSITION, TIMING.status(4, ResultStatus.LIVE));
    }

    @Test
    void anAmendmentOfNothingIsRejected() {
        expect(Disposition.REJECTED, RejectReason.AMENDS_NOTHING, TIMING.withdrawal(3, 3));
    }

    @Test
    void anAmendmentWithoutReasonIsRejected() {
        expect(
                Disposition.REJECTED,
                RejectReason.REASON_MISSING,
                VenueEvent.newBuilder(TIMING.withdrawal(3, 2)).setReason(null).build());
    }

    @Test
    void aDecisionOfTheDeskWithoutReasonIsRejected() {
        expect(Disposition.REJECTED, RejectReason.REASON_MISSING, Voice.desk().time(1, "C1", "9.80"));
    }

    @Test
    void aMarkAfterOfficialWithoutReasonIsRejected() {
        bench.send(TIMING.time(3, "C1", "9.80"), TIMING.status(4, ResultStatus.OFFICIAL));

        expect(Disposition.REJECTED, RejectReason.REASON_MISSING, TIMING.time(5, "C1", "9.79"));
    }

    @Test
    void aVenueClockThatIsOffByAnHourIsFlagged() {
        VenueEvent event = TIMING.time(3, "C1", "9.80");
        Instant takenAt = event.getVenueTime().plus(Duration.ofHours(1));
        bench.sendAt(takenAt, event);

        expectReported(Disposition.FLAGGED, RejectReason.CLOCK_SUSPECT, bench.encode(event));
        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.CLOCK_SUSPECT);
        assertThat(bench.newest().getTakenAt()).isEqualTo(takenAt);

        bench.send(TIMING.time(4, "C2", "9.90"));
        assertThat(bench.newest().getFlags()).isEmpty();
    }

    @Test
    void anEventThatWasTooLargeForTheAgentIsReportedInItsPlace() {
        expect(Disposition.REJECTED, RejectReason.TOO_LARGE, TIMING.notice(3, "TOO_LARGE"));

        bench.send(TIMING.time(4, "C1", "9.80"));
        assertThat(bench.newest(Voice.FINAL).getFlags()).isEmpty();
    }

    @Test
    void anotherNoticeOfTheAgentIsReported() {
        expect(Disposition.REJECTED, RejectReason.NOTICE, TIMING.notice(3, "SPOOL_FULL"));
    }

    @Test
    void aDefinitionWithAnUnknownRuleIsRejectedAndTheEarlierOneStays() {
        bench.define(UnitDefinition.newBuilder(Entries.sprint(Voice.FINAL))
                .setRule(new RankingRule("race-by-luck", Map.of("dice", "2")))
                .build());

        RejectedEvent reject = bench.rejects().getFirst();
        assertThat(reject.getReason()).isEqualTo(RejectReason.INVALID_DEFINITION);
        assertThat(reject.getSentence()).contains("race-by-luck");
        bench.send(TIMING.time(3, "C1", "9.80"));
        assertThat(bench.newest().getLines().getFirst().getRank()).isEqualTo(1);
    }

    @Test
    void aDefinitionOfAnotherFeedIsRejected() {
        bench.define(UnitDefinition.newBuilder(Entries.sprint(Voice.FINAL))
                .setFeed(FeedFlag.TEST)
                .build());

        assertThat(bench.reasons()).containsExactly(RejectReason.WRONG_FEED);
    }

    @Test
    void aRecordOnAPartitionThatItsKeyDoesNotBelongToIsRejected() {
        TopologySettings many = TopologySettings.usual(TopologyBench.TOPICS, 8, FeedFlag.PRODUCTION);
        try (TopologyBench wide = new TopologyBench(many)) {
            wide.send(TIMING.time(1, "C1", "9.80"));

            RejectedEvent reject = wide.rejects().getFirst();
            assertThat(reject.getReason()).isEqualTo(RejectReason.WRONG_PARTITION);
            assertThat(reject.getSentence()).contains("murmur2");
        }
    }

    @Test
    void whatAVenueWroteDoesNotMakeARejectLargerThanItsTopicAllows() {
        VenueEvent event = TIMING.about("X".repeat(900_000)).time(3, "C1", "9.80");
        bench.send(event);

        RejectedEvent reject = bench.rejects().getFirst();
        assertThat(reject.getReason()).isEqualTo(RejectReason.INVALID_RSC);
        assertThat(reject.getUnit()).hasSizeLessThan(1_000);
        assertThat(reject.getSentence()).hasSizeLessThan(10_000);
        assertThat(reject.getOriginalValue()).isEqualTo(ByteBuffer.wrap(bench.encode(event)));
    }

    private void expect(Disposition disposition, RejectReason reason, VenueEvent event) {
        long versions = bench.results().size();
        bench.send(event);

        RejectedEvent reject = expectReported(disposition, reason, bench.encode(event));
        assertThat(reject.getUnit()).isEqualTo(event.getUnit());
        assertThat(reject.getVenue()).isEqualTo(event.getVenue());
        assertThat(reject.getSource()).isEqualTo(event.getSource());
        assertThat(reject.getSequence()).isEqualTo(event.getSequence());
        assertThat(bench.results()).hasSize((int) versions);
        expectOthersGoOn();
    }

    private void expect(Disposition disposition, RejectReason reason, byte[] value) {
        bench.send(TOPIC, "OG2024/ATHM100M--------------".getBytes(UTF_8), value, Voice.START);

        assertThat(expectReported(disposition, reason, value).getTopic()).isEqualTo(TOPIC);
        expectOthersGoOn();
    }

    private RejectedEvent expectReported(Disposition disposition, RejectReason reason, byte[] value) {
        List<RejectedEvent> rejects = bench.rejects();
        RejectedEvent reject = rejects.getLast();
        assertThat(reject.getReason()).isEqualTo(reason);
        assertThat(reject.getDisposition()).isEqualTo(disposition);
        assertThat(reject.getSentence()).isNotBlank();
        assertThat(reject.getPartition()).isZero();
        assertThat(reject.getOriginalValue()).isEqualTo(ByteBuffer.wrap(value));
        assertThat(reject.getOriginalKey()).isNotNull();
        assertThat(bench.counted(disposition, reason)).isPositive();
        return reject;
    }

    /** Another unit's first word, and this unit's next one, have their results. */
    private void expectOthersGoOn() {
        Voice other = TIMING.about(Voice.OTHER_FINAL);
        long spoken = bench.results().stream()
                .filter(result -> result.getUnit().equals(Voice.OTHER_FINAL))
                .count();
        bench.send(
                spoken == 0
                        ? other.status(1, ResultStatus.START_LIST)
                        : other.time(spoken + 1, "C1", "9." + (90 + spoken)));

        Result newest = bench.newest();
        assertThat(newest.getUnit()).isEqualTo(Voice.OTHER_FINAL);
        assertThat(newest.getVersion()).isEqualTo(spoken + 1);
    }
}
