package org.podium.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.podium.gateway.sample.SampleDefinition;
import org.podium.gateway.sample.SampleLine;
import org.podium.gateway.sample.SampleUnit;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.UnitDefinition;

final class BoardTest {

    private static final Instant START = Instant.parse("2024-08-04T19:50:00Z");
    private static final String UNIT = "ATHM100M--------------FNL-000100--";
    private static final Subject SUBJECT = Subject.of(UnitKey.of("OG2024", UNIT));

    private final Revisions revisions = new Revisions(Clock.fixed(START, ZoneOffset.UTC));
    private final SampleUnit sprint = new SampleUnit("OG2024", UNIT, START);

    private static Board board(int revisions, long bytes) {
        return new Board(revisions, bytes, new Position("0000abcd", new long[] {0, 0, 0}));
    }

    private Revision revision(Result result, long offset) {
        return revisions.of(result, new Origin(0, offset));
    }

    @Test
    void concernsReadersOfWhoWasTakenOutOnceMore() {
        SampleUnit heat = new SampleUnit("OG2024", "ATHM100M--------------HEAT000100--", Instant.EPOCH);
        Revisions made = new Revisions(Clock.systemUTC());
        Board held = new Board(10, 1L << 20, new Position("0000abcd", new long[1]));
        ResultLine stays = new SampleLine("R1", "SAMPLE Runner", "XAA", MarkKind.TIME).build();
        ResultLine leaves = new SampleLine("R2", "SAMPLE Other", "XBB", MarkKind.TIME).build();
        held.apply(made.of(heat.lines(List.of(stays, leaves)).next(Instant.EPOCH), new Origin(0, 0)));
        held.apply(made.of(heat.lines(List.of(stays)).next(Instant.EPOCH), new Origin(0, 1)));
        Revision without = Objects.requireNonNull(held.window().get(1));
        held.apply(made.of(heat.next(Instant.EPOCH), new Origin(0, 2)));
        Revision later = Objects.requireNonNull(held.window().get(2));

        assertThat(without.reach().competitors()).containsExactlyInAnyOrder("R1", "R2");
        assertThat(without.reach().organisations()).containsExactlyInAnyOrder("XAA", "XBB");
        assertThat(later.reach().competitors()).containsExactly("R1");
    }

    /** A window holds thousands of versions, each of which would have its own copy of every competitor's id. */
    @Test
    void whatTwoVersionsSayOfWhoTakesPartIsHeldOnce() {
        Board board = board(10, 1L << 20);
        board.apply(revision(sprint.next(START), 0));
        Revision first = board.newest(SUBJECT).orElseThrow();
        board.apply(revision(sprint.next(START), 1));
        Revision second = board.newest(SUBJECT).orElseThrow();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.subject()).isSameAs(first.subject());
        assertThat(second.facets()).isSameAs(first.facets());
        assertThat(second.reach()).isSameAs(first.facets());
    }

    @Test
    void keepsTheNewestVersionWhateverOrderTheyComeIn() {
        Board board = board(10, 1L << 20);
        Result first = sprint.next(START);
        Result second = sprint.next(START);

        assertThat(board.apply(revisions.of(second, Origin.UNCOUNTED))).isTrue();
        assertThat(board.apply(revision(first, 0))).isFalse();

        assertThat(board.newest(SUBJECT).map(Revision::version)).hasValue(2L);
    }

    @Test
    void remembersEachVersionOfTheFeedOnceThoughANewerOneIsHeld() {
        Board board = board(10, 1L << 20);
        Result first = sprint.next(START);
        Result second = sprint.next(START);
        board.apply(revisions.of(second, Origin.UNCOUNTED));

        board.apply(revision(first, 0));
        board.apply(revision(second, 1));
        board.apply(revision(second, 2));

        assertThat(versions(board.window())).containsExactly(1L, 2L);
        assertThat(board.start().position()).isEqualTo(new Position("0000abcd", new long[] {3, 0, 0}));
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        Board board = board(2, 1L << 20);
        for (int offset = 0; offset < 5; offset++) {
            board.apply(revision(sprint.next(START), offset));
        }

        assertThat(versions(board.window())).containsExactly(4L, 5L);
        assertThat(board.window().get(0)).isNull();
    }

    @Test
    void forgetsTheOldestWhenTheyWeighTooMuchButNeverTheNewest() {
        Board board = board(100, 1);
        board.apply(revision(sprint.next(START), 0));
        board.apply(revision(sprint.next(START), 1));

        assertThat(versions(board.window())).containsExactly(2L);
    }

    @Test
    void reachesBackToPositionsWhoseRecordsItHasAndNoFurther() {
        Board board = board(2, 1L << 20);
        for (int offset = 0; offset < 5; offset++) {
            board.apply(revision(sprint.next(START), offset));
        }

        assertThat(board.window().reachesBackTo(new Position("0000abcd", new long[] {3, 0, 0})))
                .isTrue();
        assertThat(board.window().reachesBackTo(new Position("0000abcd", new long[] {2, 0, 0})))
                .isFalse();
    }

    @Test
    void showsAUnitWithADefinitionUntilItHasAResult() {
        Board board = board(10, 1L << 20);
        board.define(revisions.of(definition("Final")));
        board.define(revisions.of(definition("Grand Final")));
        assertThat(board.newest(SUBJECT).map(BoardTest::document))
                .hasValueSatisfying(document -> assertThat(document).contains("Grand Final", "\"version\":0"));

        board.apply(revision(sprint.next(START), 0));
        board.define(revisions.of(definition("Petite Final")));
        board.undefine(SUBJECT);

        assertThat(board.newest(SUBJECT).map(Revision::version)).hasValue(1L);
    }

    @Test
    void forgetsAUnitWhoseDefinitionIsTakenBack() {
        Board board = board(10, 1L << 20);
        board.define(revisions.of(definition("Final")));

        board.undefine(SUBJECT);

        assertThat(board.newest(SUBJECT)).isEmpty();
    }

    private static UnitDefinition definition(String unitName) {
        return SampleDefinition.of(UNIT, unitName, START);
    }

    private static String document(Revision revision) {
        return new String(revision.document(Revision.Detail.FULL), StandardCharsets.UTF_8);
    }

    private static List<Long> versions(FeedWindow window) {
        List<Long> versions = new ArrayList<>();
        for (long index = window.tail(); index < window.head(); index++) {
            Revision revision = window.get(index);
            if (revision != null) {
                versions.add(revision.version());
            }
        }
        return versions;
    }
}
