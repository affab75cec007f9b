package org.podium.streams.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.SourceId;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Told;
import org.podium.streams.fold.UnitView;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.records.Claim;
import org.podium.streams.records.RecordsBefore;
import org.podium.streams.validate.Definition;

/**
 * What a result says, without which version it is and what brought it about. Two results with the same content are the
 * same to a reader, so that the second one is not published.
 */
public final class Content {

    /** In the place of what brought it about, where only content is compared. */
    static final Change NO_CHANGE =
            new Change(ChangeKind.UNKNOWN, null, null, null, null, null, List.of(), 0, null, List.of());

    private static final Told NOTHING = Told.of(NO_CHANGE);

    private final Definition definition;
    private final UnitView view;
    private final SourceId source;
    private final List<ResultLine> lines;
    private final ResultBytes bytes;
    private final List<Claim> claims;
    private final Lines.@Nullable Last before;

    /** Lines that may differ from those before; null where all may. */
    private final @Nullable List<LineChanges.Pair> touched;

    private Content(
            Definition definition,
            UnitView view,
            SourceId source,
            List<ResultLine> lines,
            Lines made,
            Lines.@Nullable Last before) {
        this.definition = definition;
        this.view = view;
        this.source = source;
        this.lines = lines;
        this.bytes = new ResultBytes(made.head(), made.list());
        this.claims = made.claims();
        this.touched = made.touched();
        this.before = before;
    }

    /**
     * Ranks the unit.
     *
     * @param source in charge
     * @param lines that were made of the unit last
     * @throws ArithmeticException when its marks cannot be added up
     */
    public static Content of(Definition definition, UnitView view, SourceId source, Lines lines) {
        return of(definition, view, source, lines, lines.rank(view, definition.rule()), Map.of(), null);
    }

    /**
     * What is shown of a ranked unit.
     *
     * @param source in charge
     * @param lines that were made of the unit last
     * @param marks qualification marks by competitor
     * @param records as they stand before the unit; null where its event has no list
     */
    public static Content of(
            Definition definition,
            UnitView view,
            SourceId source,
            Lines lines,
            List<RankedLine> ranked,
            Map<CompetitorId, String> marks,
            @Nullable RecordsBefore records) {
        UnitDefinition message = definition.message();
        boolean official = view.status() == ResultStatus.OFFICIAL;
        List<Integer> medals = official && message.getMedalEvent() ? message.getMedals() : List.of();
        Lines.Last before = lines.last();
        List<ResultLine> made = lines.of(view, ranked, medals, marks, records);
        lines.last(new Lines.Last(made, view.status()));
        return new Content(definition, view, source, made, lines, before);
    }

    /** A digest that two contents share if they say the same. */
    public byte[] digest() {
        return bytes.digest(result(0, Instant.EPOCH, Instant.EPOCH, NOTHING, List.of()), NOTHING.binary());
    }

    /** Marks that equal or break records of the event's list, in the order of the lines. */
    public List<Claim> claims() {
        return claims;
    }

    /** What brings it about, and how it differs from what was made of the unit before. */
    public Told told(Cause cause) {
        return told(cause, changes(cause.competitor()), before, List.of());
    }

    /**
     * What brings it about, and how it differs from what was published of the unit last.
     *
     * @param first what was made of the unit after that, and not published
     * @param earlier what brought about all that was made and not published
     */
    public Told told(Cause cause, Content first, List<Cause> earlier) {
        Lines.Last last = first.before;
        LineChanges changes =
                last == null ? LineChanges.NONE : LineChanges.between(last.lines(), lines, cause.competitor());
        return told(cause, changes, last, earlier);
    }

    private static Told told(Cause cause, LineChanges changes, Lines.@Nullable Last before, List<Cause> earlier) {
        return Told.of(new Change(
                cause.kind(),
                cause.competitor(),
                cause.source(),
                cause.sequence(),
                cause.reason(),
                cause.unit(),
                changes.lines(),
                changes.more(),
                before == null ? null : before.status(),
                earlier.stream().map(Cause::asEarlier).toList()));
    }

    private LineChanges changes(@Nullable String concerned) {
        if (before == null) {
            return LineChanges.NONE;
        }
        return touched == null
                ? LineChanges.between(before.lines(), lines, concerned)
                : LineChanges.of(touched, concerned);
    }

    /**
     * The result as it is published.
     *
     * @param told what brought it about, and what it changes
     */
    public Result version(long version, Cause cause, Told told) {
        return result(version, cause.venueTime(), cause.takenAt(), told, lines);
    }

    /**
     * The same in Avro binary.
     *
     * @param start bytes that go before it
     */
    public byte[] encode(byte[] start, long version, Cause cause, Told told) {
        return bytes.encode(start, result(version, cause.venueTime(), cause.takenAt(), told, List.of()), told.binary());
    }

    private Result result(long version, Instant venueTime, Instant takenAt, Told told, List<ResultLine> with) {
        UnitDefinition message = definition.message();
        return new Result(
                message.getCompetition(),
                message.getUnit(),
                message.getFeed(),
                version,
                message.getDisciplineName(),
                message.getEventName(),
                message.getUnitName(),
                message.getVenue(),
                message.getVenueName(),
                message.getScheduledStart(),
                message.getMedalEvent(),
                view.status(),
                view.scheduleStatus(),
                source.value(),
                venueTime,
                takenAt,
                told.change(),
                List.copyOf(view.flags()),
                with);
    }
}
