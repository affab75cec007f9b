package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.stack.Stack;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * Records on a venue's topic that no agent of ours wrote, and events that come before anybody said what they are about.
 */
@PodiumStack
class StrayRecordsIT {

    private static final String TOPIC =
            TopicCatalogue.venueEvents(VenueCode.parse("STA")).name();

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void bytesThatAreNotAvroKeepTheirPlaceAndContent(Competition competition, Stack stack) throws Exception {
        byte[] bytes = "this is a text of %s".formatted(competition.code()).getBytes(StandardCharsets.UTF_8);
        assertThat(rejectOf(bytes, competition, stack).getReason()).isEqualTo(RejectReason.NOT_AVRO);
        raceRuns(competition);
    }

    @Test
    void schemaIdThatNobodyRegistered(Competition competition, Stack stack) throws Exception {
        byte[] bytes = ByteBuffer.allocate(6)
                .put((byte) 0)
                .putInt(987_654)
                .put((byte) 2)
                .array();
        assertThat(rejectOf(bytes, competition, stack).getReason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        raceRuns(competition);
    }

    @Test
    void recordOfAnotherType(Competition competition, Stack stack) throws Exception {
        byte[] bytes = WireEncoder.of(UnitDefinition.class, stack.registry()).encode(Sprint.definition());
        assertThat(rejectOf(bytes, competition, stack).getReason()).isEqualTo(RejectReason.WRONG_RECORD_TYPE);
        raceRuns(competition);
    }

    @Test
    void rscOfTheWrongLength(Competition competition, Stack stack) throws Exception {
        VenueEvent event = VenueEvent.newBuilder(competition.now(sprint.startList()))
                .setUnit("ATHM100M")
                .build();
        byte[] bytes = WireEncoder.of(VenueEvent.class, stack.registry()).encode(event);
        assertThat(rejectOf(bytes, competition, stack).getReason()).isEqualTo(RejectReason.INVALID_RSC);
        raceRuns(competition);
    }

    @Test
    void partitionThatTheKeyDoesNotBelongTo(Competition competition, Stack stack) throws Exception {
        byte[] bytes = WireEncoder.of(VenueEvent.class, stack.registry())
                .encode(competition.now(Sprint.inCharge().startList()));
        try (BareProducer producer = new BareProducer(stack)) {
            int partitions = producer.partitions(TOPIC);
            int right = EventPartitions.partitionOf(competition.unit(Sprint.RSC).event(), partitions);
            producer.send(TOPIC, (right + 1) % partitions, key(competition), bytes);
        }
        RejectedEvent reject = competition.awaitReject(RejectReason.WRONG_PARTITION);
        assertThat(reject.getOriginalValue()).isEqualTo(ByteBuffer.wrap(bytes));
        raceRuns(competition);
    }

    @Test
    void eventsBeforeTheirDefinitionWaitForIt(Competition competition) throws Exception {
        competition.take(sprint.startList());
        competition.take(sprint.status(ResultStatus.START_LIST));
        competition.take(sprint.status(ResultStatus.LIVE));
        competition.take(sprint.time("R2", "9.90"));
        assertThat(competition.awaitReject(RejectReason.NO_DEFINITION).getDisposition())
                .isEqualTo(Disposition.PARKED);
        assertThat(competition.results()).isEmpty();

        competition.define(Sprint.definition());

        SeenResult result = competition.awaitResult(
                competition.unit(Sprint.RSC),
                newest -> newest.lines().getFirst().text().equals("9.90"));
        assertThat(result.status()).isEqualTo(ResultStatus.LIVE);
    }

    private static RejectedEvent rejectOf(byte[] bytes, Competition competition, Stack stack) throws Exception {
        try (BareProducer producer = new BareProducer(stack)) {
            producer.send(TOPIC, null, key(competition), bytes);
        }
        RejectedEvent reject =
                competition.awaitReject(found -> ByteBuffer.wrap(bytes).equals(found.getOriginalValue())
                        && ByteBuffer.wrap(key(competition).getBytes(StandardCharsets.UTF_8))
                                .equals(found.getOriginalKey()));
        assertThat(reject.getDisposition()).isEqualTo(Disposition.REJECTED);
        assertThat(reject.getTopic()).isEqualTo(TOPIC);
        return reject;
    }

    private static String key(Competition competition) {
        return competition.unit(Sprint.RSC).event().toString();
    }

    /** The record is behind the stray one on the same partition. */
    private static void raceRuns(Competition competition) throws InterruptedException {
        Sprint race = Sprint.inCharge();
        competition.define(Sprint.definition());
        competition.take(race.startList());
        competition.take(race.status(ResultStatus.START_LIST));
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.status() == ResultStatus.START_LIST);
    }
}
