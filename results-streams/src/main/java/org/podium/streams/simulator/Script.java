package org.podium.streams.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** Turns the marks of a unit into all that its venue says, in sequence and spread over the unit's duration. */
final class Script {

    private final UnitDefinition definition;
    private final List<UnaryOperator<VenueEvent.Builder>> statements = new ArrayList<>();

    Script(UnitDefinition definition) {
        this.definition = definition;
    }

    void startList(List<Entry> starters) {
        say(event -> event.setKind(EventKind.START_LIST).setStartList(starters));
        status(ResultStatus.START_LIST);
    }

    void begin() {
        schedule(ScheduleStatus.RUNNING);
        status(ResultStatus.LIVE);
    }

    /** Says a mark, and returns the sequence of the event. */
    long mark(Mark mark) {
        return say(event -> event.setKind(EventKind.MARK).setMark(mark));
    }

    /** Gives a competitor an IRM, and returns the sequence of the event. */
    long irm(String competitor, Irm irm) {
        return say(event -> event.setKind(EventKind.IRM).setIrm(new IrmMark(competitor, irm, "")));
    }

    /** Takes an earlier event back. */
    void withdraw(long sequence) {
        say(event -> event.setKind(EventKind.WITHDRAWAL).setAmends(sequence).setReason("SIMULATED: given in error"));
    }

    /** Says a mark again, right this time. */
    void correct(long sequence, Mark right) {
        say(event ->
                event.setKind(EventKind.MARK).setMark(right).setAmends(sequence).setReason("SIMULATED: read again"));
    }

    void end() {
        schedule(ScheduleStatus.FINISHED);
        status(ResultStatus.UNOFFICIAL);
        status(ResultStatus.OFFICIAL);
    }

    private void status(ResultStatus status) {
        say(event -> event.setKind(EventKind.RESULT_STATUS).setResultStatus(status));
    }

    private void schedule(ScheduleStatus status) {
        say(event -> event.setKind(EventKind.SCHEDULE_STATUS).setScheduleStatus(status));
    }

    private long say(UnaryOperator<VenueEvent.Builder> statement) {
        statements.add(statement);
        return statements.size();
    }

    /** The events, the first at the start, the last at the end, the others in between at moments of chance. */
    List<VenueEvent> events(Instant start, Duration duration, Random dice) {
        long micros = duration.toNanos() / 1_000;
        List<Long> moments = new ArrayList<>(dice.longs(Math.max(0, statements.size() - 2L), 0, micros + 1)
                .sorted()
                .boxed()
                .toList());
        moments.addFirst(0L);
        moments.addLast(micros);
        List<VenueEvent> events = new ArrayList<>(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            VenueEvent.Builder event = VenueEvent.newBuilder()
                    .setCompetition(definition.getCompetition())
                    .setFeed(definition.getFeed())
                    .setVenue(definition.getVenue())
                    .setSource(definition.getSource())
                    .setUnit(definition.getUnit())
                    .setSequence(i + 1L)
                    .setVenueTime(start.plus(moments.get(i), ChronoUnit.MICROS));
            events.add(statements.get(i).apply(event).build());
        }
        return events;
    }

    /** The same mark as it might have been misread: a hundredth more. */
    static Mark misread(Mark mark) {
        return Mark.newBuilder(mark)
                .setValue(mark.getValue() + Quantity.ONE / 100)
                .build();
    }
}
