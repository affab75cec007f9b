package org.podium.lab.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/**
 * What a venue says of one competitor of a unit.
 *
 * @param entry who it is
 * @param marks all marks
 * @param irm the IRM borne; null when none
 * @param gap the difference to the first as published, without zeros that say nothing; empty when none. No event
 *     carries it: it only tells whether two equal marks are equal in everything
 */
record Given(Entry entry, List<Mark> marks, @Nullable Irm irm, String gap) {

    Given {
        marks = List.copyOf(marks);
    }

    String competitor() {
        return entry.getCompetitor();
    }

    /** Whether nothing is known by which the competitor could be ranked. */
    boolean lacksMark() {
        return marks.isEmpty() && irm == null;
    }

    /** Whether a rule sees the same of both. */
    boolean isAlike(Given other) {
        return seen().equals(other.seen()) && irm == other.irm && gap.equals(other.gap);
    }

    private List<Seen> seen() {
        return marks.stream()
                .map(mark -> new Seen(
                        mark.getKind(),
                        mark.getPoint(),
                        mark.getAttempt(),
                        mark.getOutcome(),
                        mark.getValue(),
                        mark.getComponents()))
                .toList();
    }

    private record Seen(
            MarkKind kind,
            String point,
            int attempt,
            Outcome outcome,
            @Nullable Long value,
            List<Component> components) {}
}
