package org.podium.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.Frame.Farewell;
import org.podium.gateway.sample.IgnoringObserver;
import org.podium.gateway.sample.SampleUnit;
import org.podium.gateway.subscription.Subscription.Delivery;
import org.podium.gateway.subscription.Subscription.Medals;

/** A reader of every version walks through the window while the thread that follows the topics moves it on. */
final class MovingWindowTest {

    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");
    private static final String EPOCH = "0000abcd";
    private static final int WINDOW = 4;

    private final Board board = new Board(WINDOW, 1L << 30, at(0));
    private final Revisions revisions = new Revisions(Clock.fixed(START, ZoneOffset.UTC));
    private final SampleUnit unit = new SampleUnit("OG2024", "ATHM100M--------------HEAT000100--", START);
    private final List<Revision> published = new ArrayList<>();
    private final ReaderOfAll reader = new ReaderOfAll(false);

    private static Position at(long offset) {
        return new Position(EPOCH, new long[] {offset});
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            Revision revision = revisions.of(unit.next(START), new Origin(0, published.size()));
            published.add(revision);
            board.apply(revision);
        }
    }

    private FanOut fanOut(@Nullable History history) {
        return new FanOut(
                board,
                history,
                Runnable::run,
                new FanOut.Limits(
                        1, 1, Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, Duration.ZERO, Duration.ZERO),
                new IgnoringObserver(),
                new FanOut.Time(Clock.fixed(START, ZoneOffset.UTC), () -> 0L, new Random(1)));
    }

    private FanOut fanOutWithTopics() {
        return fanOut(request -> request.reply()
                .accept(new History.Revisions(
                        published.stream()
                                .filter(revision -> !request.from().covers(revision.origin()))
                                .toList(),
                        at(published.size()))));
    }

    private Session open(FanOut fanOut, Position position, Outlet outlet) {
        return fanOut.open(
                new Subscription(Scope.everything(), Medals.NO, Detail.FULL, Delivery.EVERY, false),
                Optional.of(position),
                outlet,
                Permit.FOR_GOOD);
    }

    /** An outlet, where the window moves on while the first update is written. */
    private Outlet whileTheWindowMoves(ReaderOfAll reader) {
        return new Outlet() {
            private boolean moved;

            @Override
            public boolean writable() {
                return reader.writable();
            }

            @Override
            public void write(List<Frame> batch) {
                reader.write(batch);
                if (!moved && batch.stream().anyMatch(Frame.Update.class::isInstance)) {
                    moved = true;
                    publish(WINDOW);
                }
            }

            @Override
            public void close(Farewell farewell) {
                reader.close(farewell);
            }

            @Override
            public void cut() {}
        };
    }

    private void receivedAll(long first, long last) {
        assertThat(reader.closed()).isFalse();
        assertThat(reader.faults()).isEmpty();
        assertThat(received())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(first, last).boxed().toList());
    }

    private List<Long> received() {
        return reader.updates("OG2024/ATHM100M--------------HEAT000100--");
    }

    @Test
    void goesOnFromTheTopicsSinceTheReaderTookAllThatItWasGiven() {
        publish(WINDOW);
        FanOut fanOut = fanOutWithTopics();

        open(fanOut, at(0), whileTheWindowMoves(reader));
        while (fanOut.pass()) {}

        receivedAll(1, 8);
    }

    @Test
    void letsAReaderThatCatchesUpTakeItsTime() {
        publish(WINDOW);
        FanOut fanOut = fanOutWithTopics();
        int hello = 1;
        reader.room(hello + 2);

        Session session = open(fanOut, at(0), reader);
        publish(WINDOW - 1);
        while (fanOut.pass()) {}
        reader.room(Integer.MAX_VALUE);
        session.pump();

        receivedAll(1, 7);
    }

    @Test
    void doesNotBlameAReaderForWhatThisGatewayIsLateWith() {
        publish(WINDOW);
        FanOut fanOut = fanOutWithTopics();
        Position ofAGatewayThatIsAhead = at(WINDOW + 2);

        open(fanOut, ofAGatewayThatIsAhead, reader);
        open(fanOut, at(WINDOW), whileTheWindowMoves(new ReaderOfAll(false)));
        publish(WINDOW);
        while (fanOut.pass()) {}

        receivedAll(7, 12);
    }

    @Test
    void disconnectsAReaderThatWasUpToDateAndTookNoMore() {
        publish(WINDOW);
        FanOut fanOut = fanOutWithTopics();
        Session session = open(fanOut, at(0), reader);

        reader.room(0);
        for (int i = 0; i <= WINDOW; i++) {
            publish(1);
            while (fanOut.pass()) {}
        }
        reader.room(Integer.MAX_VALUE);
        session.pump();

        assertThat(reader.closedWith()).contains(Farewell.FELL_BEHIND);
        assertThat(received()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void tellsWhatWasSentBeforeItSaysGoodbyeSoThatNothingOfItComesAgain() {
        publish(WINDOW);
        open(fanOut(null), at(0), whileTheWindowMoves(reader));

        assertThat(reader.closed()).as("nobody can read what is gone").isTrue();
        assertThat(received()).containsExactly(1L);
        assertThat(reader.position()).contains(at(1));
    }
}
