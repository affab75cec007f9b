package org.podium.streams.event;

import java.util.Optional;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RejectReason;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.SourceRecord;

/** Whether an event's definition can be worked with. All that is wrong in one is reported together. */
public final class EventDefinitionCheck {

    private final Placement placement;

    public EventDefinitionCheck(Placement placement) {
        this.placement = placement;
    }

    /** The plan, or why the definition is not taken. */
    public Checked<EventPlan> check(EventDefinition message, SourceRecord origin) {
        Optional<Checked<EventPlan>> wrongFeed = placement.refusesFeed(message.getFeed());
        if (wrongFeed.isPresent()) {
            return wrongFeed.get();
        }
        EventKey event;
        try {
            event = new EventKey(CompetitionCode.parse(message.getCompetition()), message.getEvent());
        } catch (InvalidIdException e) {
            return new Checked.Refused<>(RejectReason.INVALID_DEFINITION, e.getMessage());
        }
        return placement
                .<EventPlan>refusesPosition(origin, event.toString(), event)
                .orElseGet(() -> new PlanReader(event, message).read());
    }

    /** The plan of a definition that was accepted before; empty when this version refuses what an older one took. */
    public static Optional<EventPlan> again(EventDefinition message) {
        EventKey event = new EventKey(CompetitionCode.parse(message.getCompetition()), message.getEvent());
        return new PlanReader(event, message).read() instanceof Checked.Accepted<EventPlan>(EventPlan plan)
                ? Optional.of(plan)
                : Optional.empty();
    }
}
