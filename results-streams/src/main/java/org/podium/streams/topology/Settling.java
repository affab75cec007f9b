package org.podium.streams.topology;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.SourceId;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Fold;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Content;
import org.podium.streams.validate.Definition;

/**
 * Works out what a changed unit comes to, before anything of it is stored or sent. A state or a result that the topics
 * cannot carry would stop the stream at the same record for ever.
 */
final class Settling {

    private final Fold fold;
    private final Units units;
    private final WireEncoder<Result> results;
    private final int mostBytes;

    Settling(Fold fold, Units units, WireEncoder<Result> results, int mostBytes) {
        this.fold = fold;
        this.units = units;
        this.results = results;
        this.mostBytes = mostBytes;
    }

    /** What the unit comes to after an event, or after a definition of a unit that the world has seen. */
    Settlement after(Unit unit, Definition definition, Cause cause) {
        Content content;
        try {
            content = content(unit, definition);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
        UnitState state = unit.state();
        byte[] digest = content.digest();
        Settlement.Publication publication = null;
        if (!Arrays.equals(digest, state.published().digest())) {
            state.published(digest, cause);
            publication = publication(content, state.published().version(), cause);
        }
        return settled(units.encode(unit), publication, publication);
    }

    /**
     * What it comes to after a definition of a unit of which nothing was said yet: the world has that from the
     * definition.
     */
    Settlement unsaid(Unit unit, Definition definition, Cause cause) {
        try {
            return settled(units.encode(unit), publication(content(unit, definition), 1, cause), null);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
    }

    /** The newest version as it was published; null when there is none. */
    Settlement.@Nullable Publication newest(Unit unit, Definition definition) {
        UnitState.Published published = unit.state().published();
        Cause cause = published.cause();
        return cause == null ? null : publication(content(unit, definition), published.version(), cause);
    }

    private Settlement.Publication publication(Content content, long version, Cause cause) {
        return new Settlement.Publication(
                content.version(version, cause), content.encode(results.start(), version, cause));
    }

    private Content content(Unit unit, Definition definition) {
        UnitState state = unit.state();
        SourceId source = Objects.requireNonNullElse(state.charge().source(), definition.source());
        return Content.of(definition, fold.view(state, definition), source, unit.lines());
    }

    private Settlement settled(
            Units.Parts parts, Settlement.@Nullable Publication weighed, Settlement.@Nullable Publication published) {
        int result = weighed == null ? 0 : weighed.encoded().length;
        return parts.bytes() <= mostBytes && result <= mostBytes
                ? new Settlement.Borne(parts, published)
                : new Settlement.Unbearable(
                        RejectReason.TOO_LARGE,
                        "with it the unit's state is %d bytes and its result %d, where %d are allowed; send less about the unit"
                                .formatted(parts.bytes(), result, mostBytes));
    }

    private static Settlement cannotBeAddedUp(ArithmeticException cause) {
        return new Settlement.Unbearable(
                RejectReason.IMPLAUSIBLE_MARK,
                "with it the unit's marks cannot be added up (%s); check the value".formatted(cause.getMessage()));
    }
}
