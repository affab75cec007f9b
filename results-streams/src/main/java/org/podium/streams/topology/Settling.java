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
    Settlement after(UnitState state, Definition definition, Cause cause) {
        Content content;
        try {
            content = content(state, definition);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
        byte[] digest = content.digest();
        Settlement.Publication publication = null;
        if (!Arrays.equals(digest, state.published().digest())) {
            state.published(digest, cause);
            publication = publication(content.version(state.published().version(), cause));
        }
        return settled(units.encode(state), publication, publication);
    }

    /**
     * What it comes to after a definition of a unit of which nothing was said yet: the world has that from the
     * definition.
     */
    Settlement unsaid(UnitState state, Definition definition, Cause cause) {
        try {
            return settled(
                    units.encode(state), publication(content(state, definition).version(1, cause)), null);
        } catch (ArithmeticException e) {
            return cannotBeAddedUp(e);
        }
    }

    /** The newest version as it was published; null when there is none. */
    @Nullable
    Result newest(UnitState state, Definition definition) {
        Cause cause = state.published().cause();
        return cause == null
                ? null
                : content(state, definition).version(state.published().version(), cause);
    }

    Settlement.Publication publication(Result result) {
        return new Settlement.Publication(result, results.encode(result));
    }

    private Content content(UnitState state, Definition definition) {
        SourceId source = Objects.requireNonNullElse(state.charge().source(), definition.source());
        return Content.of(definition, fold.view(state, definition), source);
    }

    private Settlement settled(
            byte[] state, Settlement.@Nullable Publication weighed, Settlement.@Nullable Publication published) {
        int result = weighed == null ? 0 : weighed.encoded().length;
        return state.length <= mostBytes && result <= mostBytes
                ? new Settlement.Borne(state, published)
                : new Settlement.Unbearable(
                        RejectReason.TOO_LARGE,
                        "with it the unit's state is %d bytes and its result %d, where %d are allowed; send less about the unit"
                                .formatted(state.length, result, mostBytes));
    }

    private static Settlement cannotBeAddedUp(ArithmeticException cause) {
        return new Settlement.Unbearable(
                RejectReason.IMPLAUSIBLE_MARK,
                "with it the unit's marks cannot be added up (%s); check the value".formatted(cause.getMessage()));
    }
}
