package org.podium.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.frame.Frame;
import org.podium.gateway.frame.Frame.Farewell;
import org.podium.gateway.sample.SampleDefinition;
import org.podium.gateway.sample.SampleUnit;
import org.podium.gateway.subscription.Subscription.Delivery;
import org.podium.gateway.subscription.Subscription.Medals;
import org.podium.model.wire.UnitDefinition;

final class FanOutTest {

    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");
    private static final String EPOCH = "0000abcd";
    private static final int MAX_DUE = 3;

    private final Board board = new Board(100, 1L << 30, new Position(EPOCH, new long[] {0}));
    private final Revisions revisions = new Revisions(Clock.fixed(START, ZoneOffset.UTC));
    private final List<String> observed = new ArrayList<>();
    private final List<List<Frame>> sent = new ArrayList<>();
    private final SampleUnit[] units = new SampleUnit[8];
    private boolean countingFails;
    private long offset;
    private long nanos;
    private final FanOut fanOut = new FanOut(
            board,
            null,
            Runnable::run,
            new FanOut.Limits(
                    MAX_DUE,
                    1,
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    Duration.ofHours(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4)),
            new Noting(),
            new FanOut.Time(Clock.fixed(START, ZoneOffset.UTC), () -> nanos, new Random(1)));

    private void publish(int unit) {
        if (units[unit] == null) {
            units[unit] = new SampleUnit("OG2024", rsc(unit), START);
        }
        board.apply(revisions.of(units[unit].next(START), new Origin(0, offset++)));
        fanOut.pass();
    }

    private static String rsc(int unit) {
        return "ATHM100M--------------HEAT000%d00--".formatted(unit + 1);
    }

    private static Subscription subscription(boolean snapshot) {
        return new Subscription(Scope.everything(), Medals.NO, Detail.FULL, Delivery.NEWEST, snapshot);
    }

    private void letPass(Duration time) {
        nanos += time.toNanos();
        fanOut.tick();
    }

    @Test
    void givesAllReadersThatWantTheSameOneBatch() {
        Connection one = new Connection();
        Connection other = new Connection();
        fanOut.open(subscription(false), Optional.empty(), one, Permit.FOR_GOOD);
        fanOut.open(subscription(false), Optional.empty(), other, Permit.FOR_GOOD);

        publish(0);

        assertThat(one.batches.getLast())
                .isSameAs(other.batches.getLast())
                .hasExactlyElementsOfTypes(Frame.Update.class, Frame.Reached.class);
    }

    @Test
    void givesReadersThatFollowDifferentUnitsOneBatchWhereItComesToTheSame() {
        for (int i = 1; i <= 4; i++) {
            for (Detail detail : Detail.values()) {
                fanOut.open(
                        following(Set.of(rsc(0), rsc(i)), detail), Optional.empty(), new Connection(), Permit.FOR_GOOD);
            }
        }
        fanOut.open(following(Set.of(rsc(1)), Detail.FULL), Optional.empty(), new Connection(), Permit.FOR_GOOD);
        sent.clear();
        publish(0);

        assertThat(sent).as("to all but the one who does not follow it").hasSize(8);
        List<Frame> full = sent.getFirst();
        List<Frame> summary = sent.getLast();
        assertThat(summary).isNotSameAs(full);
        assertThat(sent.subList(0, 4))
                .as("one after the other, so that it is encoded once")
                .allSatisfy(batch -> assertThat(batch).isSameAs(full));
        assertThat(sent.subList(4, 8)).allSatisfy(batch -> assertThat(batch).isSameAs(summary));
    }

    private static Subscription following(Set<String> rscs, Detail detail) {
        Scope scope = new Scope(Set.of(), rscs, Set.of(), Set.of(), Set.of(), Set.of(), false, Optional.empty());
        return new Subscription(scope, Medals.NO, detail, Delivery.NEWEST, false);
    }

    @Test
    void keepsTheNewestOfEachSubjectForASlowReaderInTheOrderTheyBecameDue() {
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        reader.writable = false;
        publish(0);
        publish(1);
        publish(0);
        publish(0);
        reader.writable = true;
        session.pump();

        assertThat(reader.all(Frame.Update.class))
                .extracting(update -> update.revision().facets().unit().substring(26, 30) + " v"
                        + update.revision().version())
                .containsExactly("0001 v3", "0002 v1");
    }

    @Test
    void sendsTheNewestAloneOfWhatAPassGathered() {
        Connection reader = new Connection();
        Connection media = new Connection();
        fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        fanOut.open(
                new Subscription(Scope.everything(), Medals.NO, Detail.FULL, Delivery.EVERY, false),
                Optional.empty(),
                media,
                Permit.FOR_GOOD);
        units[0] = new SampleUnit("OG2024", "ATHM100M--------------HEAT000100--", START);
        for (int version = 0; version < 3; version++) {
            board.apply(revisions.of(units[0].next(START), new Origin(0, offset++)));
        }
        fanOut.pass();

        assertThat(reader.only(Frame.Update.class).revision().version()).isEqualTo(3);
        assertThat(media.all(Frame.Update.class)).hasSize(3);
        assertThat(media.batches).as("hello, and one write for all of them").hasSize(2);
    }

    @Test
    void startsAnewWithWhatAReaderAsksForNow() {
        publish(0);
        publish(1);
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(true), Optional.empty(), reader, Permit.FOR_GOOD);
        reader.frames.clear();

        session.subscribe(new Subscription(
                scopeOf(units[1].next(START).getUnit()), Medals.NO, Detail.FULL, Delivery.NEWEST, true));
        publish(0);

        assertThat(reader.only(Frame.Resync.class).reason()).isEqualTo(Frame.Reason.SUBSCRIPTION_CHANGED);
        assertThat(reader.only(Frame.Complete.class).subjects()).isEqualTo(1);
        assertThat(reader.all(Frame.Update.class))
                .as("of what it does not want any more")
                .isEmpty();
        publish(1);
        assertThat(reader.only(Frame.Update.class).revision().facets().unit()).contains("HEAT0002");
    }

    private static Scope scopeOf(String unit) {
        return new Scope(Set.of(), Set.of(unit), Set.of(), Set.of(), Set.of(), Set.of(), false, Optional.empty());
    }

    @Test
    void tellsNoPositionWhileSomethingIsDueSoThatNothingIsSkippedAfterACut() {
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        publish(0);
        Position before = reader.last(Frame.Reached.class).position();
        reader.writable = false;
        publish(1);
        publish(2);
        assertThat(reader.last(Frame.Reached.class).position()).isEqualTo(before);

        reader.writable = true;
        session.pump();

        assertThat(reader.last(Frame.Reached.class).position()).isEqualTo(new Position(EPOCH, new long[] {3}));
    }

    @Test
    void resynchronisesAReaderForWhomTooMuchIsDue() {
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(true), Optional.empty(), reader, Permit.FOR_GOOD);
        reader.writable = false;
        for (int unit = 0; unit <= MAX_DUE; unit++) {
            publish(unit);
        }
        reader.frames.clear();
        reader.writable = true;
        session.pump();

        assertThat(reader.only(Frame.Resync.class).reason()).isEqualTo(Frame.Reason.READER_TOO_SLOW);
        assertThat(reader.all(Frame.Snapshot.class)).hasSize(MAX_DUE + 1);
        assertThat(reader.only(Frame.Complete.class).subjects()).isEqualTo(MAX_DUE + 1);
        assertThat(reader.all(Frame.Update.class)).isEmpty();
        assertThat(observed).contains("resync READER_TOO_SLOW");
    }

    @Test
    void resynchronisesEveryReaderWhenItFellOutOfTheWindowItself() {
        Connection reader = new Connection();
        fanOut.open(subscription(true), Optional.empty(), reader, Permit.FOR_GOOD);
        publish(0);
        for (int version = 0; version < 200; version++) {
            board.apply(revisions.of(units[0].next(START), new Origin(0, offset++)));
        }
        reader.frames.clear();
        while (fanOut.pass()) {
            // until everything is taken
        }

        assertThat(reader.only(Frame.Resync.class).reason()).isEqualTo(Frame.Reason.GATEWAY_TOO_SLOW);
        assertThat(reader.only(Frame.Snapshot.class).revision().version()).isEqualTo(201);
    }

    @Test
    void breaksASilenceBeforeItIsTooLongWithAHeartbeatThatTellsThePosition() {
        Connection reader = new Connection();
        fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        letPass(Duration.ofSeconds(23));
        assertThat(reader.all(Frame.Heartbeat.class)).isEmpty();

        letPass(Duration.ofSeconds(1));

        assertThat(reader.only(Frame.Heartbeat.class).position()).hasValue(new Position(EPOCH, new long[] {0}));
    }

    @Test
    void endsAConnectionThatTakesNothingForTooLong() {
        Connection stalled = new Connection();
        Connection healthy = new Connection();
        fanOut.open(subscription(false), Optional.empty(), stalled, Permit.FOR_GOOD);
        fanOut.open(subscription(false), Optional.empty(), healthy, Permit.FOR_GOOD);
        stalled.writable = false;
        letPass(Duration.ofSeconds(1));
        letPass(Duration.ofSeconds(20));
        assertThat(stalled.closed).isFalse();

        letPass(Duration.ofSeconds(1));

        assertThat(stalled.closed).isTrue();
        assertThat(stalled.only(Frame.Goodbye.class).farewell()).isEqualTo(Farewell.STALLED);
        assertThat(healthy.closed).isFalse();
        assertThat(fanOut.sessions()).isEqualTo(1);
        assertThat(observed).containsExactly("left STALLED");
    }

    @Test
    void endsConnectionsWhenTheyAreOldAndNotAllAtOnce() {
        List<Connection> readers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Connection reader = new Connection();
            readers.add(reader);
            fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        }
        letPass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(fanOut.sessions()).isEqualTo(40);
        letPass(Duration.ofMinutes(15));
        assertThat(fanOut.sessions()).isBetween(5, 35);
        letPass(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(readers)
                .allSatisfy(reader ->
                        assertThat(reader.only(Frame.Goodbye.class).farewell()).isEqualTo(Farewell.AGED));
    }

    @Test
    void saysGoodbyeToAShareOfItsReaders() {
        for (int i = 0; i < 3; i++) {
            fanOut.open(subscription(false), Optional.empty(), new Connection(), Permit.FOR_GOOD);
        }
        fanOut.stop(2);
        assertThat(fanOut.sessions()).isEqualTo(1);

        Connection late = new Connection();
        fanOut.open(subscription(false), Optional.empty(), late, Permit.FOR_GOOD);
        assertThat(late.closed).isTrue();
    }

    @Test
    void spreadsTheTimesAtWhichReadersComeBack() {
        List<Connection> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Connection reader = new Connection();
            readers.add(reader);
            fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        }

        fanOut.stop(20);

        assertThat(readers)
                .extracting(reader -> reader.only(Frame.Goodbye.class).after())
                .allSatisfy(after -> assertThat(after).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)))
                .doesNotHaveDuplicates();
    }

    @Test
    void goesOnForAReaderThatComesFromAGatewayThatWasAhead() {
        publish(0);
        Connection reader = new Connection();
        fanOut.open(subscription(true), Optional.of(new Position(EPOCH, new long[] {3})), reader, Permit.FOR_GOOD);
        publish(0);
        publish(1);
        assertThat(reader.all(Frame.Update.class)).as("it had these").isEmpty();

        publish(2);

        assertThat(reader.only(Frame.Hello.class).resumed()).isTrue();
        assertThat(reader.all(Frame.Update.class)).hasSize(1);
        assertThat(reader.last(Frame.Reached.class).position()).isEqualTo(new Position(EPOCH, new long[] {4}));
    }

    @ParameterizedTest
    @EnumSource
    void showsUnitsWithoutAResultAsTheBoardHasThem(Delivery delivery) {
        Subscription all = new Subscription(Scope.everything(), Medals.NO, Detail.FULL, delivery, true);
        Revision heat = revisions.of(definition("HEAT", "Heat 1"));
        board.define(heat);
        board.define(revisions.of(definition("FNL-", "Final")));
        assertThat(documents(all))
                .hasSize(2)
                .anySatisfy(unit -> assertThat(unit).contains("\"Final\""));

        board.define(revisions.of(definition("FNL-", "Grand Final")));
        board.undefine(heat.subject());

        assertThat(documents(all)).singleElement().asString().contains("Grand Final", "\"version\":0");
    }

    @Test
    void showsAResultAndNotTheDefinitionThatCameAfterIt() {
        board.define(revisions.of(definition("HEAT", "Heat 1")));
        publish(0);
        board.define(revisions.of(definition("HEAT", "Heat one")));
        board.define(revisions.of(definition("FNL-", "Final")));

        assertThat(documents(subscription(true)))
                .satisfiesExactly(
                        unit -> assertThat(unit).contains("\"version\":0"),
                        unit -> assertThat(unit).contains("\"version\":1"));
    }

    /** What a snapshot has for a reader who joins now. */
    private List<String> documents(Subscription subscription) {
        Connection reader = new Connection();
        fanOut.open(subscription, Optional.empty(), reader, Permit.FOR_GOOD);
        return reader.all(Frame.Snapshot.class).stream()
                .map(snapshot -> new String(snapshot.revision().document(Detail.FULL), StandardCharsets.UTF_8))
                .toList();
    }

    private static UnitDefinition definition(String phase, String unitName) {
        return SampleDefinition.of("ATHM100M--------------%s000100--".formatted(phase), unitName, START);
    }

    @Test
    void cutsTheReaderForWhomAPassFailsAndNobodyElse() {
        List<Connection> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Connection reader = new Connection();
            readers.add(reader);
            fanOut.open(subscription(i > 2), Optional.empty(), reader, Permit.FOR_GOOD);
        }
        Connection failing = readers.get(1);
        failing.failing = true;
        publish(0);
        failing.failing = false;
        publish(0);

        assertThat(failing.cut).isTrue();
        assertThat(failing.all(Frame.Update.class))
                .as("it was not served and is gone")
                .isEmpty();
        assertThat(readers).filteredOn(reader -> reader != failing).hasSize(4).allSatisfy(reader -> {
            assertThat(reader.cut).isFalse();
            assertThat(reader.all(Frame.Update.class)).hasSize(2);
        });
        assertThat(fanOut.sessions()).isEqualTo(4);
        assertThat(observed).containsExactly("failed");
    }

    @Test
    void cutsAReaderThatCannotBeSentWhatIsDue() {
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        reader.writable = false;
        publish(0);
        reader.writable = true;
        reader.failing = true;
        session.pump();

        assertThat(reader.cut).isTrue();
        assertThat(fanOut.sessions()).isZero();
    }

    @Test
    void cutsAReaderThatCannotBeOpened() {
        Connection reader = new Connection();
        reader.failing = true;
        fanOut.open(subscription(true), Optional.empty(), reader, Permit.FOR_GOOD);

        assertThat(reader.cut).isTrue();
        assertThat(fanOut.sessions()).isZero();
    }

    @Test
    void cutsAReaderThatCannotBeToldGoodbye() {
        Connection reader = new Connection();
        Session session = fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        reader.failing = true;
        session.leave(Farewell.AGED);
        fanOut.refuse(reader, Farewell.NO_HELLO, "");

        assertThat(reader.cut).isTrue();
        assertThat(fanOut.sessions()).isZero();
        assertThat(observed).containsExactly("failed", "failed");
    }

    @Test
    void ticksForAllOthersWhereATickFailsForOne() {
        Connection first = new Connection();
        Connection other = new Connection();
        fanOut.open(subscription(false), Optional.empty(), first, () -> {
            throw new IllegalStateException("nobody knows until when, says this test");
        });
        fanOut.open(subscription(false), Optional.empty(), other, Permit.FOR_GOOD);
        letPass(Duration.ofSeconds(25));

        assertThat(first.cut).isTrue();
        assertThat(other.all(Frame.Heartbeat.class)).hasSize(1);
    }

    @Test
    void cutsNobodyWhereCountingFails() {
        Connection reader = new Connection();
        fanOut.open(subscription(false), Optional.empty(), reader, Permit.FOR_GOOD);
        countingFails = true;
        publish(0);
        publish(0);

        assertThat(reader.all(Frame.Update.class)).hasSize(2);
        assertThat(reader.cut).isFalse();
    }

    private final class Connection implements Outlet {

        private final List<Frame> frames = new ArrayList<>();
        private final List<List<Frame>> batches = new ArrayList<>();
        private boolean writable = true;
        private boolean closed;
        private boolean cut;
        private boolean failing;

        @Override
        public boolean writable() {
            return writable;
        }

        @Override
        public void write(List<Frame> batch) {
            if (failing) {
                throw new OutOfMemoryError("no direct memory, says this test");
            }
            sent.add(batch);
            batches.add(batch);
            frames.addAll(batch);
        }

        @Override
        public void close(Farewell farewell) {
            closed = true;
        }

        @Override
        public void cut() {
            cut = true;
        }

        <F extends Frame> List<F> all(Class<F> type) {
            return frames.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <F extends Frame> F only(Class<F> type) {
            assertThat(all(type)).hasSize(1);
            return all(type).getFirst();
        }

        <F extends Frame> F last(Class<F> type) {
            return all(type).getLast();
        }
    }

    private final class Noting implements FanOut.Observer {
        @Override
        public void written(Revision revision) {
            if (countingFails) {
                throw new IllegalStateException("nothing can be counted, says this test");
            }
        }

        @Override
        public void resynced(Frame.Reason reason) {
            observed.add("resync " + reason);
        }

        @Override
        public void left(Farewell farewell) {
            observed.add("left " + farewell);
        }

        @Override
        public void failed() {
            observed.add("failed");
        }
    }
}
