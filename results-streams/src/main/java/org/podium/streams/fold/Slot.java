package org.podium.streams.fold;

import org.podium.model.wire.MarkKind;
import org.podium.streams.validate.Payload;

/**
 * What a statement is about, and where only the highest one counts. Slots of one competitor follow each other, marks by
 * kind, point and attempt.
 *
 * @param competitor empty where it is about the whole unit
 * @param mark kind of mark; UNKNOWN where it is none
 * @param point empty for the final mark and for the whole unit
 * @param attempt 0 where there is none
 */
public record Slot(String competitor, Subject subject, MarkKind mark, String point, int attempt)
        implements Comparable<Slot> {

    /** What it is about. */
    public enum Subject {
        START_LIST,
        RESULT_STATUS,
        SCHEDULE_STATUS,
        MARK,
        IRM
    }

    static final Slot START_LIST = ofUnit(Subject.START_LIST);
    static final Slot RESULT_STATUS = ofUnit(Subject.RESULT_STATUS);
    static final Slot SCHEDULE_STATUS = ofUnit(Subject.SCHEDULE_STATUS);

    private static Slot ofUnit(Subject subject) {
        return new Slot("", subject, MarkKind.UNKNOWN, "", 0);
    }

    static Slot of(Payload payload) {
        return switch (payload) {
            case Payload.StartList ignored -> START_LIST;
            case Payload.Decided ignored -> RESULT_STATUS;
            case Payload.Scheduled ignored -> SCHEDULE_STATUS;
            case Payload.Scored(var competitor, var score) ->
                new Slot(competitor.value(), Subject.MARK, score.kind(), score.point(), score.attempt());
            case Payload.Marked(var competitor, var point, var irm) ->
                new Slot(competitor.value(), Subject.IRM, MarkKind.UNKNOWN, point, 0);
        };
    }

    @Override
    public int compareTo(Slot other) {
        int order = competitor.compareTo(other.competitor);
        if (order == 0) {
            order = subject.compareTo(other.subject);
        }
        if (order == 0) {
            order = mark.compareTo(other.mark);
        }
        if (order == 0) {
            order = point.compareTo(other.point);
        }
        return order != 0 ? order : Integer.compare(attempt, other.attempt);
    }
}
