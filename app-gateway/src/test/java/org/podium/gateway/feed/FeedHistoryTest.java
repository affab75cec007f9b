package org.podium.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.sample.SampleLine;
import org.podium.gateway.sample.SampleUnit;
import org.podium.gateway.subscription.History;
import org.podium.gateway.subscription.History.Page;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Result;

final class FeedHistoryTest {

    private static final String FEED = TopicCatalogue.RESULTS_FEED.name();
    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");
    private static final TopicPartition PARTITION = new TopicPartition(FEED, 0);
    private static final long FAR = 100_000;

    private final SchemasInMemory registry = new SchemasInMemory(new TopicCatalogue(List.of()));
    private final WireEncoder<Result> encoder = WireEncoder.of(Result.class, registry);
    private final SampleUnit sprint = new SampleUnit("OG2024", UNIT, START);
    private final Tracks tracks = new Tracks(Map.of(FEED, 1));
    private final AtomicInteger sweeps = new AtomicInteger();

    /** Hands each record out once, unlike a broker: what is read twice is missing. */
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            sweeps.incrementAndGet();
            super.seek(partition, offset);
        }
    };

    private final FeedHistory history = new FeedHistory(
            consumer,
            tracks,
            new RecordReader(
                    tracks, FeedFlag.PRODUCTION, new Revisions(Clock.systemUTC()), (topic, reason) -> {}, registry));

    @AfterEach
    void close() {
        history.close();
    }

    /** What there is on the feed from an offset on, when it is read. */
    private void hold(long begin, int records) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, begin));
        consumer.updateEndOffsets(Map.of(PARTITION, begin + records));
        consumer.schedulePollTask(() -> {
            for (long offset = begin; offset < begin + records; offset++) {
                consumer.addRecord(
                        new ConsumerRecord<>(FEED, 0, offset, new byte[0], encoder.encode(sprint.next(START))));
            }
        });
    }

    private CompletableFuture<Page> ask(long from) {
        CompletableFuture<Page> answer = new CompletableFuture<>();
        history.ask(new History.Request(new Position("0000abcd", new long[] {from}), wanted -> true, answer::complete));
        return answer;
    }

    private static void brings(CompletableFuture<Page> answer, long first, long end) {
        await().until(answer::isDone);
        assertThat(answer.join()).isInstanceOfSatisfying(History.Revisions.class, page -> {
            assertThat(page.revisions())
                    .extracting(Revision::origin)
                    .extracting(origin -> origin.offset())
                    .containsExactlyElementsOf(java.util.stream.LongStream.range(first, end)
                            .boxed()
                            .toList());
            assertThat(page.reached().next(0)).isEqualTo(end);
        });
    }

    @Test
    void readsOnceForAllWhoWait() {
        hold(0, 5);
        CompletableFuture<Page> early = ask(0);
        CompletableFuture<Page> later = ask(3);
        CompletableFuture<Page> same = ask(0);
        history.start();

        brings(early, 0, 5);
        brings(later, 3, 5);
        brings(same, 0, 5);
        assertThat(sweeps).hasValue(1);
    }

    @Test
    void readsForWhoIsFarFromTheOthersByItself() {
        hold(FAR, 2);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        CompletableFuture<Page> near = ask(FAR);
        CompletableFuture<Page> far = ask(0);
        history.start();

        brings(near, FAR, FAR + 2);
        await().until(() -> sweeps.get() == 2);
        assertThat(far).isNotDone();
    }

    @Test
    void tellsWhoseRecordsAreGoneAndServesTheOthers() {
        hold(10, 2);
        CompletableFuture<Page> gone = ask(9);
        CompletableFuture<Page> there = ask(10);
        history.start();

        brings(there, 10, 12);
        assertThat(gone.join()).isEqualTo(new History.Gone());
    }

    /** Each is about 1.2 MiB as it is weighed: its name stands in both documents. */
    @Test
    void endsAPageWhereItIsLargeThoughMoreWasPolled() {
        sprint.lines(List.of(new SampleLine("1", "N".repeat(300_000), "AAX", MarkKind.TIME).build()));
        hold(0, 9);
        CompletableFuture<Page> page = ask(0);
        history.start();

        await().until(page::isDone);
        assertThat(page.join()).isInstanceOfSatisfying(History.Revisions.class, first -> {
            assertThat(first.revisions()).hasSizeBetween(1, 7);
            assertThat(first.revisions().stream().mapToLong(Revision::weight).sum())
                    .as("full, and not by more than the last")
                    .isBetween(
                            4L << 20, (4L << 20) + first.revisions().getLast().weight());
            assertThat(first.reached().next(0)).isEqualTo(first.revisions().size());
        });
    }

    @Test
    void bringsNothingToWhoIsAheadOfTheBroker() {
        hold(0, 2);
        CompletableFuture<Page> ahead = ask(7);
        history.start();

        await().until(ahead::isDone);
        assertThat(ahead.join()).isEqualTo(new History.Revisions(List.of(), new Position("0000abcd", new long[] {2})));
    }

    @Test
    void tellsEverybodyToComeBackWhenTheTopicsCannotBeRead() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));
        consumer.setPollException(new KafkaException("the brokers are away"));
        CompletableFuture<Page> one = ask(0);
        CompletableFuture<Page> other = ask(2);
        history.start();

        await().until(() -> one.isDone() && other.isDone());
        assertThat(one.join()).isEqualTo(new History.Unavailable());
        assertThat(other.join()).isEqualTo(new History.Unavailable());
    }
}
