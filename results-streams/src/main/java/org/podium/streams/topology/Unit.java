package org.podium.streams.topology;

import java.util.Optional;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Lines;
import org.podium.streams.validate.Definition;

/** A unit in memory. */
final class Unit {

    private final Optional<Definition> definition;
    private final UnitState state;
    private final Lines lines;
    private final Sizes sizes;
    private final Unsaid unsaid = new Unsaid();

    Unit(Optional<Definition> definition, UnitState state, Lines lines, Sizes sizes) {
        this.definition = definition;
        this.state = state;
        this.lines = lines;
        this.sizes = sizes;
    }

    /** Empty before the first one. */
    Optional<Definition> definition() {
        return definition;
    }

    UnitState state() {
        return state;
    }

    /** What was made of it last. */
    Lines lines() {
        return lines;
    }

    /** Bytes of each part that is stored, by name. */
    Sizes sizes() {
        return sizes;
    }

    /** Versions that the next one is published for as well. */
    Unsaid unsaid() {
        return unsaid;
    }

    Unit defined(Definition by) {
        return new Unit(Optional.of(by), state, lines, sizes);
    }
}
