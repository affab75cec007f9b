package org.podium.bench.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.Limits;
import org.podium.streams.fold.Taken;
import org.podium.streams.fold.Told;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Content;
import org.podium.streams.publish.Lines;
import org.podium.streams.state.UnitForm;
import org.podium.streams.state.UnitParts;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.DefinitionCheck;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.SourceRecord;
import org.podium.streams.validate.Speaker;

/**
 * A race of made-up runners that takes one time after the other, through the very steps of the topology: fold, rank,
 * compare with what was published last, encode the result, encode what is to be stored. Only Kafka is missing.
 */
final class RankedUnit {

    static final VenueCode VENUE = new VenueCode("BEN");
    static final SourceId SOURCE = new SourceId("TIMING-1");

    /** In steps that a race is read to: a thousandth of a second. */
    private static final long THOUSANDTH = 1_000;

    private static final long FASTEST = 600_000_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] NO_BYTES = {};

    private final UnitKey unit;
    private final UnitDefinition message;
    private final Definition definition;
    private final Fold fold = new Fold(Limits.USUAL);
    private final UnitState state = new UnitState();
    private final UnitParts parts = new UnitParts(new UnitForm(record -> {
        throw new IllegalStateException("nothing is held here that would be read again");
    }));
    private final byte[] start;
    private long sequence;

    /**
     * A unit that nothing was said about.
     *
     * @param start what a result's bytes begin with
     */
    RankedUnit(int number, int competitors, byte[] start) {
        this.unit = new UnitKey(
                CompetitionCode.parse("BENCH2026"), Rsc.parse("ATHM%06d------------FNL-000100--".formatted(number)));
        this.message = definitionOf(unit, competitors);
        this.definition = new DefinitionCheck(new Placement(FeedFlag.PRODUCTION, 1), Catalogue.bundled())
                .again(message)
                .orElseThrow();
        this.start = start;
        fold.define(state, definition);
    }

    private static UnitDefinition definitionOf(UnitKey unit, int competitors) {
        List<Entry> entries = new ArrayList<>();
        for (int number = 1; number <= competitors; number++) {
            entries.add(Entry.newBuilder()
                    .setCompetitor("X" + number)
                    .setName("SIMULATED Runner " + number)
                    .setOrganisation("XA" + (char) ('A' + number % 26))
                    .setStartOrder(number)
                    .setBib(Integer.toString(number))
                    .build());
        }
        return UnitDefinition.newBuilder()
                .setCompetition(unit.competition().value())
                .setUnit(unit.rsc().value())
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Bench")
                .setUnitName("Final")
                .setVenue(VENUE.value())
                .setVenueName("Bench")
                .setSource(SOURCE.value())
                .setScheduledStart(START)
                .setRule(new RankingRule("race-by-time", Map.of()))
                .setEntries(entries)
                .build();
    }

    UnitKey unit() {
        return unit;
    }

    UnitDefinition definition() {
        return message;
    }

    /** The next event: a competitor's time, so many thousandths of a second above the fastest. */
    VenueEvent next(int competitor, int thousandths) {
        sequence++;
        Mark mark = new Mark(
                "X" + competitor, MarkKind.TIME, "", 0, Outcome.VALID, FASTEST + thousandths * THOUSANDTH, List.of());
        return new VenueEvent(
                unit.competition().value(),
                FeedFlag.PRODUCTION,
                VENUE.value(),
                SOURCE.value(),
                unit.rsc().value(),
                sequence,
                START,
                EventKind.MARK,
                null,
                null,
                null,
                mark,
                null,
                null,
                null,
                null);
    }

    /**
     * Everything from an event to the bytes that Kafka is given.
     *
     * @param lines that were made of the unit last; new ones to do without
     * @return how many bytes
     */
    int take(VenueEvent event, Lines lines) {
        Envelope envelope = new Envelope(
                new Speaker(SOURCE, false),
                VENUE,
                unit,
                event,
                new SourceRecord("venue.BEN.events", 0, sequence, START.toEpochMilli(), NO_BYTES, NO_BYTES));
        Taken taken = fold.take(state, definition, envelope);
        Cause cause = Objects.requireNonNull(taken.cause());
        Content content = Content.of(definition, fold.view(state, definition), SOURCE, lines);
        Told told = content.told(cause);
        state.published(content.digest(), cause, told);
        byte[] result = content.encode(start, state.published().version(), cause, told);
        int bytes = result.length;
        for (byte[] part : parts.changed(state).values()) {
            bytes += part == null ? 0 : part.length;
        }
        return bytes;
    }
}
