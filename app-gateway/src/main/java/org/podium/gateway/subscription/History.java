package org.podium.gateway.subscription;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.podium.gateway.board.Position;
import org.podium.gateway.board.Revision;

/** What was on the topics before the window, for readers of every version that come back after long. */
@FunctionalInterface
public interface History {

    /** Asks for a page; never blocks. */
    void ask(Request request);

    /**
     * A page of history.
     *
     * @param from where to read on
     * @param wanted what concerns the reader
     * @param reply told the page, on any thread
     */
    record Request(Position from, Predicate<Revision> wanted, Consumer<Page> reply) {}

    /** An answer. */
    sealed interface Page {}

    /**
     * Revisions that are wanted, in the order of their tracks.
     *
     * @param reached position up to which the topics were read
     */
    record Revisions(List<Revision> revisions, Position reached) implements Page {}

    /** Some of what was asked for is not on the topics any more. */
    record Gone() implements Page {}

    /** The topics cannot be read now, or too many readers ask. */
    record Unavailable() implements Page {}
}
