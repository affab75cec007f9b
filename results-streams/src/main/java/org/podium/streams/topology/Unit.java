package org.podium.streams.topology;

import java.util.Optional;
import org.podium.streams.fold.UnitState;
import org.podium.streams.validate.Definition;

/**
 * A unit in memory.
 *
 * @param definition empty before the first one
 */
record Unit(Optional<Definition> definition, UnitState state) {}
