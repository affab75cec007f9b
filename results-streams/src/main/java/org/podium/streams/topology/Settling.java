package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.Told;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Content;
import org.podium.streams.publish.EventContent;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.records.Claim;
import org.podium.streams.records.RecordsBefore;
import org.podium.streams.validate.Definition;

/**
 * Works out what a changed unit comes to, for itself and for its event, before anything of it is stored or sent. A
 * state or a result that the topics cannot carry would stop the stream at the same record for ever.
 */
final class Settling {

    private final Fold fold;
    private final Units units;
    private final Events events;
    private final RecordKeeping records;
    private final WireEncoder<Result> results;
    private final WireEncoder<EventResult> eventResults;
    private final int mostBytes;

    Settling(
            Fold fold,
            Units units,
            Events events,
            RecordKeeping records,
            WireEncoder<Result> results,
            WireEncoder<EventResult> eventResults,
            int mostBytes) {
        this.fold = fold;
        this.units = units;
        this.events = events;
        this.records = records;
        this.results = results;
        this.eventResults = eventResults;
        this.mostBytes = mostBytes;
    }

    /**
     * What a unit shows, and what follows for its event.
     *
     * @param outcome null when nothing of it changes
     */
    private record Seen(Content content, @Nullable Outcome outcome) {}

    /** What the unit comes to after an event, or after a definition of a unit that the world has seen. */
    Settlement after(Unit unit, Definition definition, Cause cause) {
        try {
            return after(seen(unit, definition), unit, definition, cause);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
    }

    /**
     * The same after an event that another one of the unit follows at once. Where nothing but the unit itself changes,
     * the version is counted, the next one is published for both, and this is null.
     */
    @Nullable
    Settlement beforeNext(Unit unit, Definition definition, Cause cause) {
        Seen seen;
        try {
            seen = seen(unit, definition);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
        if (seen.outcome() != null || records.differs(definition, seen.content().claims())) {
            return after(seen, unit, definition, cause);
        }
        byte[] digest = seen.content().digest();
        if (Arrays.equals(digest, unit.state().published().digest())) {
            unit.unsaid().add();
        } else {
            unit.state().counted(digest);
            unit.unsaid().add(cause, seen.content());
        }
        return null;
    }

    private Settlement after(Seen seen, Unit unit, Definition definition, Cause cause) {
        UnitState state = unit.state();
        byte[] digest = seen.content().digest();
        boolean differs = !Arrays.equals(digest, state.published().digest());
        Settlement.Publication publication = null;
        if (unit.unsaid().first() != null) {
            publication = publishAll(unit, seen.content(), unit.unsaid().first(), differs ? digest : null, cause);
        } else if (differs) {
            Told told = state.published().version() == 0
                    ? Told.of(cause.change())
                    : seen.content().told(cause);
            state.published(digest, cause, told);
            publication = publication(seen.content(), state.published().version(), cause, told);
        }
        return settled(seen, units.encode(unit), publication, publication, weighed(seen, definition, cause));
    }

    /**
     * A version for those before it that were not published, too.
     *
     * @param first the first of those
     * @param digest of the content; null when the last of those has the same
     */
    private Settlement.Publication publishAll(
            Unit unit, Content content, Content first, byte @Nullable [] digest, Cause cause) {
        UnitState state = unit.state();
        if (digest != null) {
            state.counted(digest);
        }
        Cause last = digest == null ? unit.unsaid().takeLast() : cause;
        List<Cause> earlier = unit.unsaid().causes();
        Told told = content.told(last, first, earlier);
        Cause since = last.since(earlier);
        state.told(since, told);
        return publication(content, state.published().version(), since, told);
    }

    /**
     * What it comes to after a definition of a unit of which nothing was said yet: the world has that from the
     * definition.
     */
    Settlement unsaid(Unit unit, Definition definition, Cause cause) {
        try {
            Seen seen = seen(unit, definition);
            return settled(
                    seen,
                    units.encode(unit),
                    publication(seen.content(), 1, cause, Told.of(cause.change())),
                    null,
                    weighed(seen, definition, cause));
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
    }

    /** The newest version as it was published; null when there is none. */
    Settlement.@Nullable Publication newest(Unit unit, Definition definition) {
        UnitState.Published published = unit.state().published();
        Cause cause = published.cause();
        if (cause == null) {
            return null;
        }
        // What an older version stored does not tell what it changed.
        Told told = Objects.requireNonNullElseGet(published.told(), () -> Told.of(cause.change()));
        return publication(seen(unit, definition).content(), published.version(), cause, told);
    }

    private Settlement.Publication publication(Content content, long version, Cause cause, Told told) {
        return new Settlement.Publication(
                content.version(version, cause, told), content.encode(results.start(), version, cause, told));
    }

    @SuppressWarnings("ReferenceEquality") // The same outcome, not one like it: nothing was worked out anew.
    private Seen seen(Unit unit, Definition definition) {
        UnitKey key = definition.unit();
        UnitState state = unit.state();
        Worked worked = Worked.of(fold, unit, events.drawn(definition, state));
        Outcome before = events.outcome(key.event());
        Outcome outcome = events.after(key, worked);
        Content content = Content.of(
                worked.definition(),
                worked.view(),
                Objects.requireNonNullElse(state.charge().source(), definition.source()),
                unit.lines(),
                worked.ranked(),
                outcome.marksOf(key.rsc()),
                records.before(definition));
        return new Seen(content, outcome == before ? null : outcome);
    }

    /** Marks of the unit that equal or break a record of its event's list. */
    List<Claim> claims(Unit unit, Definition definition) {
        RecordsBefore before = records.before(definition);
        List<Claim> claims = new ArrayList<>();
        if (before != null) {
            Worked worked = Worked.of(fold, unit, events.drawn(definition, unit.state()));
            for (RankedLine line : worked.ranked()) {
                Claim claim = before.claim(
                        line, Objects.requireNonNull(worked.view().starters().get(line.competitor())));
                if (claim != null) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    /**
     * Makes what was published last again, for a unit that was just read from the stores: so that its next version can
     * say what it changes. To be called before anything that the result follows from is changed.
     */
    void recall(Unit unit) {
        if (unit.definition().isPresent()
                && unit.lines().isEmpty()
                && unit.state().published().version() > 0) {
            seen(unit, unit.definition().get());
        }
    }

    /**
     * What follows for an event, weighed.
     *
     * @param outcome null when nothing changes
     */
    private record Weighed(@Nullable Outcome outcome, int bytes) {}

    private Weighed weighed(Seen seen, Definition definition, Cause cause) {
        Outcome outcome = seen.outcome();
        if (outcome == null) {
            return new Weighed(null, 0);
        }
        EventContent.Names names = new EventContent.Names(
                definition.message().getFeed(),
                definition.message().getDisciplineName(),
                definition.message().getEventName());
        return new Weighed(
                outcome, weigh(new EventContent(definition.unit().event(), names, List.of(), outcome), cause));
    }

    /** Bytes of an event's result. */
    int weigh(EventContent content, Cause cause) {
        return eventResults.encode(content.version(1, cause)).length;
    }

    private Settlement settled(
            Seen seen,
            Units.Parts parts,
            Settlement.@Nullable Publication weighed,
            Settlement.@Nullable Publication published,
            Weighed event) {
        int result = weighed == null ? 0 : weighed.encoded().length;
        return parts.bytes() <= mostBytes && result <= mostBytes && event.bytes() <= mostBytes
                ? new Settlement.Borne(
                        parts, published, event.outcome(), seen.content().claims())
                : new Settlement.Unbearable(
                        RejectReason.TOO_LARGE,
                        "with it the unit's state is %d bytes, its result %d and its event's result %d, where %d are allowed; send less about the unit"
                                .formatted(parts.bytes(), result, event.bytes(), mostBytes));
    }

    private static Settlement cannotBeAddedUp(ArithmeticException cause) {
        return new Settlement.Unbearable(
                RejectReason.IMPLAUSIBLE_MARK,
                "with it the unit's marks cannot be added up (%s); check the value".formatted(cause.getMessage()));
    }
}
