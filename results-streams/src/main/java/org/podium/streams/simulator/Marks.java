package org.podium.streams.simulator;

import java.util.ArrayList;
import java.util.List;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** Marks in the order in which they are made. */
final class Marks {

    private static final long THOUSANDTH = Quantity.ONE / 1_000;

    private final List<Mark> made = new ArrayList<>();

    List<Mark> made() {
        return List.copyOf(made);
    }

    /** A value in thousandths of the kind's base unit. */
    static long thousandths(long number) {
        return number * THOUSANDTH;
    }

    static long whole(long number) {
        return number * Quantity.ONE;
    }

    static Mark.Builder mark(String competitor, MarkKind kind, String point) {
        return Mark.newBuilder().setCompetitor(competitor).setKind(kind).setPoint(point);
    }

    static Component component(String name, long value) {
        return new Component(name, value);
    }

    void add(Mark.Builder mark) {
        made.add(mark.build());
    }

    void add(String competitor, MarkKind kind, String point, long value) {
        add(mark(competitor, kind, point).setValue(value));
    }

    void add(String competitor, MarkKind kind, String point, int attempt, long value) {
        add(mark(competitor, kind, point).setAttempt(attempt).setValue(value));
    }

    void fail(String competitor, MarkKind kind, String point, int attempt) {
        add(mark(competitor, kind, point).setAttempt(attempt).setOutcome(Outcome.FAILED));
    }
}
