package org.podium.streams.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Mark;
import org.podium.model.wire.Medal;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.streams.fold.UnitView;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.RankMemory;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.Score;
import org.podium.streams.records.Claim;
import org.podium.streams.records.RecordBook;
import org.podium.streams.records.RecordsBefore;
import org.podium.streams.validate.Starter;

/**
 * The lines of one unit's result, made again and again: what an event does not change is not ranked, built and encoded
 * again. What comes out depends on what goes in alone; only the work depends on what was made last. For use by one
 * thread.
 */
public final class Lines {

    private static final List<Medal> MEDALS = List.of(Medal.ME_GOLD, Medal.ME_SILVER, Medal.ME_BRONZE);

    private final RankMemory ranking = new RankMemory();
    private final LineEncoder encoder = new LineEncoder();
    private final ResultHead head = new ResultHead();
    private final IdentityHashMap<CompetitorId, Shown> shown = new IdentityHashMap<>();

    /** What the marks of the lines claim to be, as far as they claim anything; of one book of records. */
    private final IdentityHashMap<RankedLine, Claim> claimed = new IdentityHashMap<>();

    private @Nullable RecordBook book;
    private List<Claim> claims = List.of();
    private @Nullable Last made;

    /** What was shown last beside the ranking; while it is the same, a line that was ranked the same is the same. */
    private @Nullable Beside beside;

    /** What was shown last, in sort order and in Avro binary: the most lines are where they were. */
    private LineList list = LineList.EMPTY;

    /** Lines that were made anew, with what they were before; null where starters are others than before. */
    private @Nullable List<LineChanges.Pair> touched;

    /** Whose ids are the keys of what was shown. */
    private Map<CompetitorId, Starter> starters = Map.of();

    /**
     * A line with its Avro binary.
     *
     * @param ranked what it was made of, with its starter
     */
    record Shown(RankedLine ranked, Starter starter, ResultLine line, EncodedLine encoded) {}

    /**
     * What was made last.
     *
     * @param status of the result
     */
    record Last(List<ResultLine> lines, @Nullable ResultStatus status) {}

    /**
     * What a line shows that is not its ranking.
     *
     * @param indicators of records
     */
    private record Beside(
            List<Integer> medals, Map<CompetitorId, String> marks, Map<CompetitorId, List<String>> indicators) {

        Beside {
            medals = List.copyOf(medals);
            marks = Map.copyOf(marks);
            indicators = Map.copyOf(indicators);
        }

        @Nullable
        Medal medal(@Nullable Integer rank) {
            if (rank == null || rank > medals.size()) {
                return null;
            }
            int medal = medals.get(rank - 1);
            return medal == 0 ? null : MEDALS.get(medal - 1);
        }

        @Nullable
        String qualification(RankedLine line) {
            String mark = marks.get(line.competitor());
            return mark == null ? line.qualification() : mark;
        }

        List<String> records(RankedLine line) {
            return indicators.getOrDefault(line.competitor(), List.of());
        }

        boolean isOn(RankedLine ranked, ResultLine line) {
            return line.getMedal() == medal(ranked.rank())
                    && line.getRecords().equals(records(ranked))
                    && Objects.equals(line.getQualification(), qualification(ranked));
        }
    }

    /** True when nothing was made yet, so that nobody knows what a next version changes. */
    public boolean isEmpty() {
        return made == null;
    }

    @Nullable
    Last last() {
        return made;
    }

    /** Whether what was made last showed the unit with this result status. */
    public boolean isShownAs(ResultStatus status) {
        return made != null && made.status() == status;
    }

    void last(Last now) {
        made = now;
    }

    /** Writes what comes before the lines. */
    ResultHead head() {
        return head;
    }

    /** The lines that were made last, in Avro binary. */
    LineList list() {
        return list;
    }

    /** Lines that may differ from those that were made before the last; null where all may. */
    @Nullable
    List<LineChanges.Pair> touched() {
        return touched;
    }

    /** Claims of the lines that were made last, in their order. */
    List<Claim> claims() {
        return claims;
    }

    /**
     * Ranks the unit.
     *
     * @throws ArithmeticException when its marks cannot be added up
     */
    public List<RankedLine> rank(UnitView view, Rule rule) {
        return rule.rank(view.performances(), ranking);
    }

    /**
     * The lines of the unit as it was ranked, in sort order.
     *
     * @param medals which medals the ranks from 1 on give, 1 to 3, 0 for none; empty while none are given
     * @param records as they stand before the unit; null where nobody compares marks with any
     * @param marks qualification marks that the event gives, in the place of the rule's
     */
    @SuppressWarnings("ReferenceEquality") // Starters are the same object as long as nothing is said about them.
    List<ResultLine> of(
            UnitView view,
            List<RankedLine> ranked,
            List<Integer> medals,
            Map<CompetitorId, String> marks,
            @Nullable RecordsBefore records) {
        List<LineChanges.Pair> pairs = new ArrayList<>();
        boolean others = view.starters() != starters;
        if (others) {
            starters = view.starters();
            shown.clear();
            list = LineList.EMPTY;
            book = null;
        }
        Beside now = new Beside(medals, marks, indicators(ranked, records));
        boolean same = now.equals(beside);
        beside = now;
        List<Shown> lines = new ArrayList<>(ranked.size());
        List<ResultLine> messages = new ArrayList<>(ranked.size());
        for (RankedLine line : ranked) {
            Shown last = shownLast(line, lines.size());
            if (last != null && last.ranked() == line && (same || now.isOn(line, last.line()))) {
                lines.add(last);
                messages.add(last.line());
            } else {
                Starter starter =
                        last != null ? last.starter() : Objects.requireNonNull(starters.get(line.competitor()));
                Shown next = shown(line, starter, line(line, starter, now, last), last);
                shown.put(line.competitor(), next);
                lines.add(next);
                messages.add(next.line());
                pairs.add(new LineChanges.Pair(last == null ? null : last.line(), next.line()));
            }
        }
        list = LineList.of(lines, list);
        touched = others ? null : pairs;
        return Collections.unmodifiableList(messages);
    }

    @SuppressWarnings("ReferenceEquality") // The same performance has the same details.
    private Shown shown(RankedLine ranked, Starter starter, ResultLine line, @Nullable Shown last) {
        if (last != null && last.ranked().performance() == ranked.performance() && isMoved(last.line(), line)) {
            return new Shown(ranked, starter, line, last.encoded());
        }
        return new Shown(ranked, starter, line, encoder.encode(line));
    }

    /** Whether two lines of the same starter, made of the same performance, differ in their places at most. */
    private static boolean isMoved(ResultLine before, ResultLine now) {
        return Objects.equals(before.getMark(), now.getMark())
                && before.getResultType() == now.getResultType()
                && before.getText().equals(now.getText())
                && before.getIrm() == now.getIrm()
                && before.getDecision() == now.getDecision()
                && Objects.equals(before.getDiff(), now.getDiff())
                && Objects.equals(before.getQualification(), now.getQualification())
                && before.getMedal() == now.getMedal()
                && before.getRecords().equals(now.getRecords());
    }

    /** What was shown of a competitor last; null when nothing. */
    @SuppressWarnings("ReferenceEquality") // A line that did not change is the same object.
    private @Nullable Shown shownLast(RankedLine line, int place) {
        Shown there = list.at(place);
        return there != null && there.ranked() == line ? there : shown.get(line.competitor());
    }

    @SuppressWarnings("ReferenceEquality") // A book that was read again says whatever it says now.
    private Map<CompetitorId, List<String>> indicators(List<RankedLine> ranked, @Nullable RecordsBefore records) {
        if (records == null) {
            book = null;
            claims = List.of();
            return Map.of();
        }
        boolean anew = records.book() != book;
        book = records.book();
        List<Claim> now = new ArrayList<>();
        IdentityHashMap<RankedLine, Claim> known = new IdentityHashMap<>();
        for (RankedLine line : ranked) {
            Shown last = shown.get(line.competitor());
            boolean same = !anew && last != null && last.ranked() == line;
            Claim claim = same
                    ? claimed.get(line)
                    : records.claim(line, Objects.requireNonNull(starters.get(line.competitor())));
            if (claim != null) {
                known.put(line, claim);
                now.add(claim);
            }
        }
        claimed.clear();
        claimed.putAll(known);
        claims = List.copyOf(now);
        return now.isEmpty() ? Map.of() : records.indicators(now);
    }

    @SuppressWarnings("ReferenceEquality") // The same performance has the same details.
    private static ResultLine line(RankedLine line, Starter starter, Beside shownBeside, @Nullable Shown last) {
        Performance performance = line.performance();
        ResultLine detailed = last != null && last.ranked().performance() == performance ? last.line() : null;
        Quantity mark = line.mark();
        return new ResultLine(
                line.competitor().value(),
                starter.name(),
                starter.organisation().value(),
                starter.type(),
                starter.members(),
                starter.startOrder(),
                starter.bib(),
                line.sortOrder(),
                line.rank(),
                line.rankEqual(),
                line.resultType(),
                mark == null ? null : mark.millionths(),
                line.text(),
                line.irm(),
                line.diff(),
                shownBeside.qualification(line),
                line.decision(),
                line.decidedBy(),
                shownBeside.medal(line.rank()),
                shownBeside.records(line),
                detailed != null ? detailed.getDetails() : details(performance),
                detailed != null ? detailed.getPointIrms() : pointIrms(performance));
    }

    private static List<Mark> details(Performance performance) {
        List<Mark> details = new ArrayList<>(performance.scores().size());
        for (Score score : performance.scores()) {
            details.add(mark(performance.competitor(), score));
        }
        return details;
    }

    private static List<String> pointIrms(Performance performance) {
        return new TreeMap<>(performance.pointIrms())
                .entrySet().stream()
                        .map(irm -> irm.getKey() + "=" + irm.getValue())
                        .toList();
    }

    private static Mark mark(CompetitorId competitor, Score score) {
        Quantity value = score.value();
        return new Mark(
                competitor.value(),
                score.kind(),
                score.point(),
                score.attempt(),
                score.outcome(),
                value == null ? null : value.millionths(),
                new TreeMap<>(score.components())
                        .entrySet().stream()
                                .map(part -> new Component(
                                        part.getKey(), part.getValue().millionths()))
                                .toList());
    }
}
