package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** A unit of any rule with made-up competitors, whose marks are drawn from so few values that ties are frequent. */
record RandomUnit(Kind kind, List<Performance> performances) {

    private static final List<Outcome> ATTEMPT = List.of(Outcome.VALID, Outcome.VALID, Outcome.FAILED, Outcome.PASSED);

    /** A rule and the scores that it takes. */
    @SuppressWarnings("ImmutableEnumChecker") // rules and arbitraries do not change, but neither type says so
    enum Kind {
        RACE(Board.rule("race-by-time", "gap=first", "irm-ranked=LAP,DNF"), marks(MarkKind.TIME, 10_001, 3, "", 0)),
        HEAT(
                Board.rule("race-by-time", "irm-placed=DNF,LAP,DNS", "irm-order=DNF"),
                together(marks(MarkKind.TIME, 10_001, 3, "", 0), places("", 0))),
        MASS_START(
                Board.rule("race-by-time", "order=place"),
                together(marks(MarkKind.TIME, 60_000_000, 3, "", 0), places("", 0))),
        THROWS(Board.rule("best-attempt"), attempts(MarkKind.DISTANCE, "", 8_000_000, 3)),
        BARS(
                Board.rule("vertical-jump"),
                together(bar("2.20"), together(bar("2.25"), together(bar("2.30"), jumpOff())))),
        LIFTS(
                Board.rule("weightlifting"),
                together(attempts(MarkKind.LIFT, "SN", 100_000_000, 3), attempts(MarkKind.LIFT, "CJ", 120_000_000, 3))),
        DIVES(
                Board.rule("judged-rounds", "count=best:2", "tie-break=best"),
                attempts(MarkKind.JUDGED, "", 60_000_000, 4)),
        ROUTINE(Board.rule("judged-components"), routine()),
        SHOTS(
                Board.rule("points-total", "count-back=last", "elimination=yes"),
                together(attempts(MarkKind.POINTS, "", 9_000_000, 3), places("", 0))),
        STROKES(Board.rule("points-total", "kind=strokes"), attempts(MarkKind.STROKES, "R1", 70_000_000, 2)),
        PLACES(Board.rule("by-place", "irm-ranked=DNF"), places("", 0)),
        SERIES(
                Board.rule("low-point-series"),
                together(places("R1", 0), together(places("R2", 0), together(places("R3", 0), places("MR", 0))))),
        MATCH(Board.rule("head-to-head"), match()),
        STAGES(
                Board.rule("stage-sum"),
                together(
                        together(marks(MarkKind.TIME, 600_310_000, 2, "S1", 0), places("S1", 0)),
                        together(marks(MarkKind.TIME, 700_000_000, 2, "S2", 0), places("S2", 0)))),
        DECATHLON(
                Board.rule("combined-events"),
                together(
                        marks(MarkKind.TIME, 11_000_000, 3, "100M", 0),
                        marks(MarkKind.DISTANCE, 7_000_000, 3, "LJ", 0))),
        CLIMB(
                Board.rule("boulder-lead"),
                together(
                        marks(MarkKind.POINTS, 24_900_000, 3, "B1", 0),
                        together(marks(MarkKind.POINTS, 51_000_000, 2, "L", 0), places("", 0))));

        private final Rule rule;
        private final Arbitrary<List<Score>> scores;

        Kind(Rule rule, Arbitrary<List<Score>> scores) {
            this.rule = rule;
            this.scores = scores;
        }
    }

    static Arbitrary<RandomUnit> of(Kind kind) {
        Arbitrary<@Nullable Irm> irm = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(null)),
                Tuple.of(1, Arbitraries.of(Irm.DNF, Irm.DNS, Irm.DSQ, Irm.LAP, Irm.EL, Irm.RET)));
        Arbitrary<@Nullable Integer> small =
                Arbitraries.integers().between(1, 4).injectNull(0.2);
        Arbitrary<Performance> performance = Combinators.combine(kind.scores, irm, small, small)
                .as((scores, bears, startOrder, lot) ->
                        new Performance(new CompetitorId("X"), startOrder, lot, scores, bears, Map.of()));
        int most = kind == Kind.MATCH ? 2 : 12;
        return performance.list().ofMinSize(1).ofMaxSize(most).map(list -> new RandomUnit(kind, named(list)));
    }

    private static List<Performance> named(List<Performance> performances) {
        return IntStream.range(0, performances.size())
                .mapToObj(i -> {
                    Performance some = performances.get(i);
                    return new Performance(
                            new CompetitorId("MADE-UP-" + i),
                            some.startOrder(),
                            some.lot(),
                            some.scores(),
                            some.irm(),
                            some.pointIrms());
                })
                .toList();
    }

    static Performance withIrm(Performance performance, @Nullable Irm irm) {
        return new Performance(
                performance.competitor(),
                performance.startOrder(),
                performance.lot(),
                performance.scores(),
                irm,
                performance.pointIrms());
    }

    Rule rule() {
        return kind.rule;
    }

    /** One of the competitors, whatever the number. */
    Performance performance(int number) {
        return performances.get(number % performances.size());
    }

    List<RankedLine> ranked() {
        return rule().rank(performances);
    }

    /**
     * One mark or none, of so many values from {@code least} on, a thousandth of it apart (a whole unit for counted
     * kinds).
     */
    private static Arbitrary<List<Score>> marks(MarkKind kind, long least, int values, String point, int attempt) {
        return Arbitraries.longs()
                .between(0, values)
                .map(step -> step == values
                        ? List.of()
                        : List.of(score(kind, point, attempt, Outcome.VALID, value(kind, least, step))));
    }

    private static long value(MarkKind kind, long least, long step) {
        boolean counted = kind == MarkKind.LIFT || kind == MarkKind.STROKES;
        return least * (least < Quantity.ONE ? 1_000 : 1) + step * (counted ? Quantity.ONE : 10_000);
    }

    private static Arbitrary<List<Score>> places(String point, int attempt) {
        return Arbitraries.longs()
                .between(0, 4)
                .map(place -> place == 0
                        ? List.of()
                        : List.of(score(MarkKind.PLACE, point, attempt, Outcome.VALID, place * Quantity.ONE)));
    }

    private static Arbitrary<List<Score>> attempts(MarkKind kind, String point, long least, int attempts) {
        Arbitrary<Long> step = Arbitraries.longs().between(0, 2);
        return Combinators.combine(
                        step.list().ofMaxSize(attempts),
                        Arbitraries.of(ATTEMPT).list().ofSize(attempts))
                .as((steps, outcomes) -> IntStream.range(0, steps.size())
                        .mapToObj(i -> score(kind, point, i + 1, outcomes.get(i), value(kind, least, steps.get(i))))
                        .toList());
    }

    private static Arbitrary<List<Score>> bar(String height) {
        return Arbitraries.of("", "o", "xo", "xxo", "xxx", "-").map(marks -> jumps(height, marks));
    }

    private static Arbitrary<List<Score>> jumpOff() {
        return Arbitraries.of("", "o", "x", "r").map(mark -> jumps("JO1", mark));
    }

    private static List<Score> jumps(String bar, String marks) {
        return marks.isEmpty() ? List.of() : Arrays.asList(Board.bars(bar + " " + marks));
    }

    private static Arbitrary<List<Score>> routine() {
        Arbitrary<Long> difficulty = Arbitraries.longs().between(5, 6);
        Arbitrary<Long> execution = Arbitraries.longs().between(7, 8);
        return Combinators.combine(difficulty, execution)
                .as((d, e) -> {
                    Map<String, Quantity> components = new LinkedHashMap<>();
                    components.put("D", Quantity.ofWhole(d));
                    components.put("E", Quantity.ofWhole(e));
                    return List.of(new Score(MarkKind.JUDGED, "", 0, Outcome.VALID, null, components));
                })
                .list()
                .ofMaxSize(1)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<Score>> match() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of(Outcome.VALID, Outcome.WON, Outcome.LOST, Outcome.TIED))
                .as((goals, outcome) -> List.of(score(MarkKind.SCORE, "", 0, outcome, goals * Quantity.ONE)))
                .list()
                .ofMaxSize(1)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<Score>> together(Arbitrary<List<Score>> one, Arbitrary<List<Score>> other) {
        return Combinators.combine(one, other).as((a, b) -> {
            List<Score> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        });
    }

    private static Score score(MarkKind kind, String point, int attempt, Outcome outcome, long millionths) {
        return new Score(kind, point, attempt, outcome, new Quantity(millionths), Map.of());
    }
}
