package org.podium.streams.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.SourceId;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.UnitView;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.validate.Definition;

/**
 * What a result says, without which version it is and what brought it about. Two results with the same content are the
 * same to a reader, so that the second one is not published.
 */
public final class Content {

    private static final Change NO_CHANGE = new Change(ChangeKind.UNKNOWN, null, null, null, null, null);

    private final Definition definition;
    private final UnitView view;
    private final SourceId source;
    private final List<ResultLine> lines;
    private final ResultBytes bytes;

    private Content(Definition definition, UnitView view, SourceId source, List<Lines.Shown> shown) {
        this.definition = definition;
        this.view = view;
        this.source = source;
        this.lines = shown.stream().map(Lines.Shown::line).toList();
        this.bytes = new ResultBytes(shown);
    }

    /**
     * Ranks the unit.
     *
     * @param source in charge
     * @param lines that were made of the unit last
     * @throws ArithmeticException when its marks cannot be added up
     */
    public static Content of(Definition definition, UnitView view, SourceId source, Lines lines) {
        return of(definition, view, source, lines, lines.rank(view, definition.rule()), Map.of());
    }

    /**
     * What is shown of a ranked unit.
     *
     * @param source in charge
     * @param lines that were made of the unit last
     * @param marks qualification marks by competitor
     */
    public static Content of(
            Definition definition,
            UnitView view,
            SourceId source,
            Lines lines,
            List<RankedLine> ranked,
            Map<CompetitorId, String> marks) {
        UnitDefinition message = definition.message();
        boolean official = view.status() == ResultStatus.OFFICIAL;
        List<Integer> medals = official && message.getMedalEvent() ? message.getMedals() : List.of();
        return new Content(definition, view, source, lines.of(view, ranked, medals, marks));
    }

    /** A digest that two contents share if they say the same. */
    public byte[] digest() {
        return bytes.digest(result(0, Instant.EPOCH, Instant.EPOCH, NO_CHANGE, List.of()));
    }

    /** The result as it is published. */
    public Result version(long version, Cause cause) {
        return version(version, cause, lines);
    }

    /**
     * The same in Avro binary.
     *
     * @param start bytes that go before it
     */
    public byte[] encode(byte[] start, long version, Cause cause) {
        return bytes.encode(start, version(version, cause, List.of()));
    }

    private Result version(long version, Cause cause, List<ResultLine> with) {
        return result(version, cause.venueTime(), cause.takenAt(), cause.change(), with);
    }

    private Result result(long version, Instant venueTime, Instant takenAt, Change change, List<ResultLine> with) {
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
                change,
                List.copyOf(view.flags()),
                with);
    }
}
