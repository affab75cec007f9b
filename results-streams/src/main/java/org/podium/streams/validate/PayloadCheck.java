package org.podium.streams.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.rank.Score;

/** What a venue event carries, in types. Knows nothing of the unit. */
public final class PayloadCheck {

    /** Longest point of a mark, as its schema says. */
    private static final int MAX_POINT = 16;

    /**
     * Greatest value in millionths: ten million seconds, metres or points. Nothing in sport comes near, and sums and
     * products of a unit's marks stay far from the end of a long.
     */
    private static final long MAX_MILLIONTHS = 10_000_000L * Quantity.ONE;

    private PayloadCheck() {}

    /** The payload of an event of a kind that carries one, or what is wrong with it. */
    public static Checked<Payload> check(VenueEvent event) {
        return switch (event.getKind()) {
            case START_LIST -> startList(event.getStartList());
            case SCHEDULE_STATUS -> scheduleStatus(event.getScheduleStatus());
            case RESULT_STATUS -> resultStatus(event.getResultStatus());
            case MARK -> mark(event.getMark());
            case IRM -> irm(event.getIrm());
            case UNKNOWN -> unknown("kind of event");
            case WITHDRAWAL, TAKEOVER, NOTICE ->
                throw new IllegalArgumentException(event.getKind() + " says nothing about a unit");
        };
    }

    private static Checked<Payload> startList(List<Entry> entries) {
        if (entries == null) {
            return missing(EventKind.START_LIST, "startList");
        }
        Starters starters = Starters.of(entries);
        if (!starters.problems().isEmpty()) {
            return new Checked.Refused<>(RejectReason.MALFORMED, String.join("; ", starters.problems()));
        }
        return starters.unknownSymbol()
                ? unknown("type of competitor")
                : new Checked.Accepted<>(new Payload.StartList(starters.starters()));
    }

    private static Checked<Payload> scheduleStatus(ScheduleStatus status) {
        if (status == null) {
            return missing(EventKind.SCHEDULE_STATUS, "scheduleStatus");
        }
        return status == ScheduleStatus.UNKNOWN
                ? unknown("schedule status")
                : new Checked.Accepted<>(new Payload.Scheduled(status));
    }

    private static Checked<Payload> resultStatus(ResultStatus status) {
        if (status == null) {
            return missing(EventKind.RESULT_STATUS, "resultStatus");
        }
        return status == ResultStatus.UNKNOWN
                ? unknown("result status")
                : new Checked.Accepted<>(new Payload.Decided(status));
    }

    private static Checked<Payload> irm(IrmMark irm) {
        if (irm == null) {
            return missing(EventKind.IRM, "irm");
        }
        if (irm.getIrm() == Irm.UNKNOWN) {
            return unknown("IRM");
        }
        if (irm.getPoint().length() > MAX_POINT) {
            return longPoint(irm.getPoint());
        }
        try {
            return new Checked.Accepted<>(
                    new Payload.Marked(CompetitorId.parse(irm.getCompetitor()), irm.getPoint(), irm.getIrm()));
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.MALFORMED, e.getMessage());
        }
    }

    private static Checked<Payload> mark(Mark mark) {
        if (mark == null) {
            return missing(EventKind.MARK, "mark");
        }
        if (mark.getKind() == MarkKind.UNKNOWN || mark.getOutcome() == Outcome.UNKNOWN) {
            return unknown(mark.getKind() == MarkKind.UNKNOWN ? "kind of mark" : "outcome");
        }
        if (mark.getPoint().length() > MAX_POINT) {
            return longPoint(mark.getPoint());
        }
        if (mark.getAttempt() < 0) {
            return Checked.refused(
                    RejectReason.MALFORMED, "attempt %d; attempts count from 1, 0 is none", mark.getAttempt());
        }
        if (mark.getValue() != null && tooLarge(mark.getValue())) {
            return absurd("value", mark.getValue());
        }
        Map<String, Quantity> components = new HashMap<>();
        for (Component component : mark.getComponents()) {
            if (tooLarge(component.getValue())) {
                return absurd("component " + component.getName(), component.getValue());
            }
            if (components.put(component.getName(), new Quantity(component.getValue())) != null) {
                return Checked.refused(
                        RejectReason.MALFORMED, "component %s is there twice in one mark", component.getName());
            }
        }
        try {
            return new Checked.Accepted<>(new Payload.Scored(
                    CompetitorId.parse(mark.getCompetitor()),
                    new Score(
                            mark.getKind(),
                            mark.getPoint(),
                            mark.getAttempt(),
                            mark.getOutcome(),
                            mark.getValue() == null ? null : new Quantity(mark.getValue()),
                            components)));
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.MALFORMED, e.getMessage());
        }
    }

    private static boolean tooLarge(long millionths) {
        return millionths > MAX_MILLIONTHS || millionths < -MAX_MILLIONTHS;
    }

    private static Checked<Payload> missing(EventKind kind, String field) {
        return Checked.refused(RejectReason.MALFORMED, "%s without the field %s that it is about", kind, field);
    }

    private static Checked<Payload> unknown(String what) {
        return Checked.refused(
                RejectReason.UNKNOWN_KIND,
                "a %s that this version does not know; upgrade results-streams before the venue, or correct the event",
                what);
    }

    private static Checked<Payload> longPoint(String point) {
        return Checked.refused(RejectReason.MALFORMED, "point of %d characters; at most %d", point.length(), MAX_POINT);
    }

    private static Checked<Payload> absurd(String what, long millionths) {
        return Checked.refused(
                RejectReason.IMPLAUSIBLE_MARK,
                "%s %s is beyond anything in sport; correct the mark",
                what,
                new Quantity(millionths));
    }
}
