package org.podium.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.board.Subject;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Result;

final class IntakeTest {

    private static final String FEED = TopicCatalogue.RESULTS_FEED.name();
    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final Subject SPRINT = Subject.of(UnitKey.of("OG2024", UNIT));
    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    private final SchemasInMemory registry = new SchemasInMemory(new TopicCatalogue(List.of()));
    private final List<String> skipped = new ArrayList<>();
    private final Board board = new Board(10, 1L << 20, new Position("0000abcd", new long[4]));
    private final Intake intake = new Intake(
            board,
            new RecordReader(
                    new Tracks(Map.of(
                            FEED, 2, TopicCatalogue.RESULTS_EVENTS.name(), 1, TopicCatalogue.RESULTS_MEDALS.name(), 1)),
                    FeedFlag.PRODUCTION,
                    new Revisions(Clock.systemUTC()),
                    (topic, reason) -> skipped.add(topic + " " + reason),
                    registry));

    private void take(String topic, int partition, byte @Nullable [] value) {
        byte[] key = SPRINT.key().getBytes(StandardCharsets.UTF_8);
        intake.take(new ConsumerRecord<>(topic, partition, 7, key, value));
    }

    private <T extends SpecificRecord> byte[] bytes(Class<T> type, T message) {
        return WireEncoder.of(type, registry).encode(message);
    }

    private static Result result() {
        return new SampleUnit("OG2024", UNIT, START).next(START);
    }

    @Test
    void takesAResultAndCountsItsRecord() {
        take(FEED, 1, bytes(Result.class, result()));

        assertThat(board.newest(SPRINT).map(Revision::version)).hasValue(1L);
        assertThat(board.start().position()).isEqualTo(new Position("0000abcd", new long[] {0, 8, 0, 0}));
        assertThat(skipped).isEmpty();
    }

    @Test
    void doesNotCountRecordsThatOnlyBringWhatTheFeedBrought() {
        take(TopicCatalogue.RESULTS_UNITS.name(), 0, bytes(Result.class, result()));

        assertThat(board.newest(SPRINT)).isPresent();
        assertThat(board.start().position()).isEqualTo(new Position("0000abcd", new long[4]));
        assertThat(board.windowSize()).isZero();
    }

    @Test
    void takesMedalStandings() {
        MedalStanding standing = MedalStanding.newBuilder()
                .setCompetition("OG2024")
                .setOrganisation("KEN")
                .setFeed(FeedFlag.PRODUCTION)
                .setVersion(3)
                .setGold(1)
                .setSilver(0)
                .setBronze(0)
                .setSortOrder(1)
                .setTakenAt(START)
                .build();

        take(TopicCatalogue.RESULTS_MEDALS.name(), 0, bytes(MedalStanding.class, standing));

        Subject kenya = Subject.of(CompetitionCode.parse("OG2024"), OrganisationCode.parse("KEN"));
        assertThat(board.newest(kenya).map(Revision::version)).hasValue(3L);
    }

    @Test
    void skipsAndCountsWhatIsNoResultAndGoesOn() {
        take(FEED, 0, "not avro".getBytes(StandardCharsets.UTF_8));
        take(FEED, 0, new byte[] {0, 0, 0, 3, 9, 1});
        take(
                FEED,
                0,
                bytes(
                        Result.class,
                        Result.newBuilder(result()).setUnit("ATHM100M").build()));
        take(FEED, 0, bytes(Result.class, result()));

        assertThat(skipped).containsExactly(FEED + " NOT_AVRO", FEED + " UNKNOWN_SCHEMA", FEED + " MALFORMED");
        assertThat(board.newest(SPRINT)).isPresent();
    }

    @Test
    void neverShowsATestResultToReadersOfTheProductionFeed() {
        take(
                FEED,
                0,
                bytes(
                        Result.class,
                        Result.newBuilder(result()).setFeed(FeedFlag.TEST).build()));

        assertThat(skipped).containsExactly(FEED + " WRONG_FEED");
        assertThat(board.newest(SPRINT)).isEmpty();
    }

    @Test
    void keepsAResultWhenItsKeyIsDeletedFromTheCompactedTopic() {
        take(FEED, 0, bytes(Result.class, result()));
        take(TopicCatalogue.RESULTS_UNITS.name(), 0, null);
        take(TopicCatalogue.REFERENCE_UNITS.name(), 0, null);

        assertThat(board.newest(SPRINT)).isPresent();
    }
}
