package org.podium.streams.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.podium.model.id.UnitKey;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.publish.Content;
import org.podium.streams.publish.Lines;
import org.podium.streams.validate.Checked;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.DefinitionCheck;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.EnvelopeCheck;
import org.podium.streams.validate.Origins;
import org.podium.streams.validate.Placement;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/** A unit that takes events in the order in which they are given, without Kafka. */
public final class FoldedUnit {

    private static final Placement ANYWHERE = new Placement(FeedFlag.PRODUCTION, 1);
    private static final EnvelopeCheck ENVELOPES =
            new EnvelopeCheck(new Origins(new TopicCatalogue(List.of(Voice.STADIUM))), ANYWHERE);

    private final Fold fold;
    private final Definition definition;
    private final List<Report> reports = new ArrayList<>();
    private UnitState state = new UnitState();
    private long offset;

    public FoldedUnit() {
        this(Limits.USUAL);
    }

    FoldedUnit(Limits limits) {
        fold = new Fold(limits);
        definition = new DefinitionCheck(ANYWHERE, Catalogue.bundled())
                .again(Entries.sprint(Voice.FINAL))
                .orElseThrow();
        fold.define(state, definition);
    }

    /** A unit that took all these events, in this order. */
    public static FoldedUnit of(List<VenueEvent> events) {
        FoldedUnit unit = new FoldedUnit();
        events.forEach(unit::take);
        return unit;
    }

    public void take(VenueEvent event) {
        reports.addAll(fold.take(state, definition, envelope(event)).reports());
    }

    private Envelope envelope(VenueEvent event) {
        boolean desk = event.getVenue().equals("DESK");
        SourceRecord record = new SourceRecord(
                desk ? TopicCatalogue.DESK_EVENTS.name() : "venue.STA.events",
                0,
                offset++,
                event.getVenueTime().toEpochMilli(),
                UnitKey.of(event.getCompetition(), event.getUnit())
                        .event()
                        .toString()
                        .getBytes(UTF_8),
                new byte[100]);
        return switch (ENVELOPES.check(event, record)) {
            case Checked.Accepted<Envelope>(Envelope envelope) -> envelope;
            case Checked.Refused<Envelope> refused -> throw new AssertionError(refused);
        };
    }

    /** What the world would see now, whatever brought it about. */
    public Result seen() {
        UnitDefinition message = definition.message();
        Cause cause = Cause.ofDefinition(message.getScheduledStart());
        Content content = content(new Lines());
        return content.version(1, cause, content.told(cause));
    }

    /** The same, made with lines that were made before. */
    public Content content(Lines lines) {
        return Content.of(definition, fold.view(state, definition), definition.source(), lines);
    }

    List<RejectReason> reasons() {
        return reports.stream().map(Report::reason).toList();
    }

    public UnitState state() {
        return state;
    }

    /** Goes on with a state that means the same. */
    public void become(UnitState same) {
        state = same;
    }
}
