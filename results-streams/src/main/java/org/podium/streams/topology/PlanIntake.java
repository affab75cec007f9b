package org.podium.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.serde.Decoded;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RejectReason;
import org.podium.streams.event.EventDefinitionCheck;
import org.podium.streams.event.EventPlan;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;
import org.podium.streams.publish.EventContent;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/** Takes definitions of events, and has what follows from them carried out for units that came before. */
final class PlanIntake {

    private final PatientReader<EventDefinition> reader;
    private final EventDefinitionCheck check;
    private final Events events;
    private final Settling settling;
    private final Consequences consequences;
    private final Publisher publisher;
    private final int mostBytes;

    PlanIntake(
            PatientReader<EventDefinition> reader,
            EventDefinitionCheck check,
            Events events,
            Settling settling,
            Consequences consequences,
            Publisher publisher,
            int mostBytes) {
        this.reader = reader;
        this.check = check;
        this.events = events;
        this.settling = settling;
        this.consequences = consequences;
        this.publisher = publisher;
        this.mostBytes = mostBytes;
    }

    void take(SourceRecord record) {
        if (record.value() == null) {
            undefine(record);
            return;
        }
        switch (reader.read(record.value(), record.position())) {
            case Decoded.Failure<EventDefinition> failure -> publisher.report(Rejects.undecodable(record, failure));
            case Decoded.Message<EventDefinition>(EventDefinition message) -> {
                switch (check.check(message, record)) {
                    case Checked.Refused<EventPlan>(RejectReason reason, String sentence) ->
                        publisher.report(new Report(Disposition.REJECTED, reason, sentence, record, null));
                    case Checked.Accepted<EventPlan>(EventPlan plan) -> define(plan, record);
                }
            }
        }
    }

    private void define(EventPlan plan, SourceRecord record) {
        Cause cause = Cause.ofDefinition(Instant.ofEpochMilli(record.timestamp()));
        EventContent.Names names = Consequences.names(plan.message());
        Outcome outcome;
        int bytes;
        try {
            outcome = events.planned(plan);
            bytes = settling.weigh(new EventContent(plan.event(), names, List.of(), outcome), cause);
        } catch (ArithmeticException e) {
            refuse(record, "with it the marks of a phase cannot be added up (%s)".formatted(e.getMessage()));
            return;
        }
        if (bytes > mostBytes) {
            refuse(record, "with it the event's result is %d bytes, where %d are allowed".formatted(bytes, mostBytes));
            return;
        }
        Outcome before = events.outcome(plan.event());
        events.define(plan, outcome, record);
        consequences.ofPlan(plan.event(), names, before, cause, record);
    }

    private void refuse(SourceRecord record, String sentence) {
        publisher.report(new Report(Disposition.REJECTED, RejectReason.INVALID_DEFINITION, sentence, record, null));
    }

    private void undefine(SourceRecord record) {
        byte @Nullable [] key = record.key();
        EventKey event;
        try {
            event = EventKey.parse(new String(Objects.requireNonNullElse(key, new byte[0]), StandardCharsets.UTF_8));
        } catch (InvalidIdException e) {
            publisher.report(Rejects.undefinable(record, e));
            return;
        }
        Optional<EventPlan> plan = events.plan(event);
        if (plan.isPresent()) {
            Outcome before = events.outcome(event);
            events.undefine(event);
            consequences.ofPlan(
                    event,
                    Consequences.names(plan.get().message()),
                    before,
                    Cause.ofDefinition(Instant.ofEpochMilli(record.timestamp())),
                    record);
        }
    }
}
