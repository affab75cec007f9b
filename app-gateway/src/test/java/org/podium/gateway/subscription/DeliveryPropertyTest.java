package org.podium.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.sample.IgnoringObserver;
import org.podium.gateway.sample.SampleUnit;
import org.podium.gateway.subscription.Subscription.Delivery;
import org.podium.gateway.subscription.Subscription.Medals;

/**
 * Whatever is published, however slow a reader is and whenever its connection breaks: per unit its versions ascend,
 * none comes twice on a connection, and in the end it has the newest of every unit. A reader of every version that
 * stays within the window has each one, and none twice on any connection.
 */
final class DeliveryPropertyTest {

    private static final int UNITS = 3;
    private static final int STEPS = 60;
    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    /** What happens in a step. */
    enum Step {
        PUBLISH_0,
        PUBLISH_1,
        PUBLISH_2,
        PASS,
        SLOW,
        FAST,
        ROOM_FOR_TWO,
        CUT,
        COME_BACK,
        SUBSCRIBE
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(STEPS);
    }

    /** A reader that asks for something else starts anew with a snapshot, also one of every version. */
    @Provide
    Arbitrary<List<Step>> stepsWithoutSubscribe() {
        return Arbitraries.of(Step.class)
                .filter(step -> step != Step.SUBSCRIBE)
                .list()
                .ofMaxSize(STEPS);
    }

    @Property(tries = 300)
    void newestReachesAReaderThatConflates(@ForAll("steps") List<Step> steps) {
        Scene scene = new Scene(Delivery.NEWEST, 8, 2, false);
        steps.forEach(scene::play);
        scene.end();

        assertThat(scene.reader.faults()).isEmpty();
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(scene.reader.newest(scene.key(unit))).isEqualTo(scene.versions[unit]);
        }
    }

    @Property(tries = 300)
    void everyVersionReachesAReaderOfAllWithinTheWindow(@ForAll("stepsWithoutSubscribe") List<Step> steps) {
        Scene scene = new Scene(Delivery.EVERY, STEPS + 1, STEPS + 1, false);
        steps.forEach(scene::play);
        scene.end();

        assertThat(scene.reader.faults()).isEmpty();
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(scene.reader.updates(scene.key(unit)))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, scene.versions[unit])
                            .boxed()
                            .toList());
        }
    }

    @Property(tries = 300)
    void aReaderOfAllThatFallsOutOfTheWindowIsToldAndNeverGoesBack(@ForAll("stepsWithoutSubscribe") List<Step> steps) {
        Scene scene = new Scene(Delivery.EVERY, 2, 2, false);
        steps.forEach(scene::play);
        scene.end();

        assertThat(scene.reader.faults()).isEmpty();
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(scene.reader.newest(scene.key(unit))).isEqualTo(scene.versions[unit]);
        }
    }

    @Property(tries = 300)
    void everyVersionReachesAReaderOfAllAlsoFromBeforeTheWindow(@ForAll("stepsWithoutSubscribe") List<Step> steps) {
        Scene scene = new Scene(Delivery.EVERY, 3, STEPS + 1, true);
        steps.forEach(scene::play);
        scene.end();

        assertThat(scene.reader.faults()).isEmpty();
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(scene.reader.updates(scene.key(unit)))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, scene.versions[unit])
                            .boxed()
                            .toList());
        }
    }

    private static final class Scene {

        private final Board board;
        private final FanOut fanOut;
        private final Delivery delivery;
        private final ReaderOfAll reader;
        private final Revisions revisions = new Revisions(Clock.fixed(START, ZoneOffset.UTC));
        private final SampleUnit[] units = new SampleUnit[UNITS];
        private final long[] versions = new long[UNITS];
        private final List<Revision> published = new ArrayList<>();
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private long offset;
        private Session session;
        private boolean connected = true;
        private Detail detail = Detail.FULL;

        Scene(Delivery delivery, int window, int maxDue, boolean remembers) {
            this.delivery = delivery;
            this.reader = new ReaderOfAll(delivery == Delivery.NEWEST);
            this.board = new Board(window, 1L << 30, new Position("0000abcd", new long[] {0}));
            board.becomeReady();
            for (int unit = 0; unit < UNITS; unit++) {
                units[unit] = new SampleUnit("OG2024", rsc(unit), START);
            }
            this.fanOut = new FanOut(
                    board,
                    remembers ? new Remembered() : null,
                    tasks::add,
                    new FanOut.Limits(
                            maxDue,
                            1,
                            Duration.ofHours(1),
                            Duration.ofHours(1),
                            Duration.ZERO,
                            Duration.ofSeconds(1),
                            Duration.ZERO),
                    new IgnoringObserver(),
                    new FanOut.Time(Clock.fixed(START, ZoneOffset.UTC), () -> 0L, new Random(1)));
            this.session = fanOut.open(subscription(), Optional.empty(), reader, Permit.FOR_GOOD);
        }

        private static String rsc(int unit) {
            return "ATHM100M--------------HEAT000%d00--".formatted(unit + 1);
        }

        String key(int unit) {
            return "OG2024/" + rsc(unit);
        }

        private Subscription subscription() {
            return new Subscription(Scope.everything(), Medals.NO, detail, delivery, true);
        }

        void play(Step step) {
            switch (step) {
                case PUBLISH_0 -> publish(0);
                case PUBLISH_1 -> publish(1);
                case PUBLISH_2 -> publish(2);
                case PASS -> passAll();
                case SLOW -> reader.room(0);
                case FAST -> {
                    reader.room(Integer.MAX_VALUE);
                    session.pump();
                }
                case ROOM_FOR_TWO -> {
                    reader.room(2);
                    session.pump();
                }
                case CUT -> {
                    session.closed();
                    connected = false;
                }
                case COME_BACK -> comeBack();
                case SUBSCRIBE -> {
                    detail = detail == Detail.FULL ? Detail.SUMMARY : Detail.FULL;
                    session.subscribe(subscription());
                }
            }
        }

        private void publish(int unit) {
            Revision revision = revisions.of(units[unit].next(START), new Origin(0, offset++));
            versions[unit] = revision.version();
            published.add(revision);
            board.apply(revision);
        }

        /** All that was ever published, in pages of two. */
        private final class Remembered implements History {
            @Override
            public void ask(Request request) {
                List<Revision> page = published.stream()
                        .filter(revision -> !request.from().covers(revision.origin()))
                        .limit(2)
                        .toList();
                long end = page.isEmpty()
                        ? request.from().next(0)
                        : page.getLast().origin().offset() + 1;
                request.reply()
                        .accept(new History.Revisions(
                                page.stream().filter(request.wanted()).toList(),
                                new Position("0000abcd", new long[] {end})));
            }
        }

        private void passAll() {
            boolean more = true;
            while (more) {
                more = fanOut.pass();
            }
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }

        private void comeBack() {
            if (connected && !reader.closed()) {
                return;
            }
            reader.reconnect();
            connected = true;
            session = fanOut.open(subscription(), reader.position(), reader, Permit.FOR_GOOD);
        }

        /** The reader is fast at last, comes back as long as it is disconnected, and gets what there is. */
        void end() {
            for (int round = 0; round < 3; round++) {
                passAll();
                reader.room(Integer.MAX_VALUE);
                session.pump();
                comeBack();
                passAll();
            }
        }
    }
}
