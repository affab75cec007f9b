package org.podium.streams.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.SourceId;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.streams.fold.Amended;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.Slots;
import org.podium.streams.fold.SourceLog;
import org.podium.streams.fold.Statement;
import org.podium.streams.fold.Told;
import org.podium.streams.fold.UnitState;
import org.podium.streams.stored.StoredAmended;
import org.podium.streams.stored.StoredCause;
import org.podium.streams.stored.StoredEdit;
import org.podium.streams.stored.StoredHeld;
import org.podium.streams.stored.StoredRange;
import org.podium.streams.stored.StoredSlot;
import org.podium.streams.stored.StoredSource;
import org.podium.streams.stored.StoredStatement;
import org.podium.streams.stored.StoredUnit;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.SourceRecord;
import org.podium.streams.validate.Speaker;

/**
 * The state of a unit in its stored form: one record of what there is once, and one for each slot and each amended
 * event, so that an event writes what it changes and not all that was said of the unit.
 */
public final class UnitForm {

    private final Function<SourceRecord, Envelope> reader;
    private final StoredCodec<Change> changes = new StoredCodec<>(Change.class);

    /** @param reader reads an event again that is held above a gap, and was read before */
    public UnitForm(Function<SourceRecord, Envelope> reader) {
        this.reader = reader;
    }

    /** What there is once. */
    StoredUnit of(UnitState state) {
        UnitState.Charge charge = state.charge();
        UnitState.Corrections corrections = state.corrections();
        UnitState.Published published = state.published();
        Told told = published.told();
        return new StoredUnit(
                id(charge.source()),
                charge.term(),
                charge.takenOver(),
                id(charge.deskSpeaker()),
                charge.deskTerm(),
                corrections.byVenue(),
                micros(corrections.firstOfficial()),
                micros(corrections.lastDecision()),
                sources(state),
                List.of(),
                List.of(),
                published.version(),
                RecordForm.wrap(published.digest()),
                of(published.cause()),
                told == null ? null : RecordForm.wrap(changes.encoded(told.binary())));
    }

    private static List<StoredSource> sources(UnitState state) {
        List<StoredSource> sources = new ArrayList<>(state.sources().size());
        state.sources().forEach((speaker, log) -> sources.add(of(speaker, log)));
        return sources;
    }

    /** An amended event; null when it is not amended any more. */
    public static @Nullable StoredAmended of(Slots slots, Slots.Place place) {
        Amended event = slots.amendedEvent(place);
        return event == null ? null : of(place, event);
    }

    /**
     * The state of forms.
     *
     * @param stored what there is once; what older versions stored has everything in it
     */
    public UnitState read(StoredUnit stored, List<StoredSlot> slotForms, List<StoredAmended> amendedForms) {
        Slots slots = new Slots();
        // Highest first, as they were: each one goes behind those before it.
        stored.getStatements().forEach(statement -> slots.put(read(statement), Integer.MAX_VALUE));
        stored.getAmended().forEach(event -> slots.put(place(event), read(event)));
        slotForms.forEach(slot ->
                slots.restore(slot.getStatements().stream().map(UnitForm::read).toList()));
        amendedForms.forEach(event -> slots.restore(place(event), read(event)));
        Map<Speaker, SourceLog> sources = new TreeMap<>();
        stored.getSources().forEach(source -> sources.put(speaker(source.getSource(), source.getDesk()), read(source)));
        return new UnitState(
                slots,
                sources,
                new UnitState.Charge(
                        source(stored.getInCharge()),
                        stored.getTerm(),
                        stored.getTakenOver(),
                        source(stored.getDeskSpeaker()),
                        stored.getDeskTerm()),
                new UnitState.Corrections(
                        stored.getCorrectedByVenue(),
                        instant(stored.getFirstOfficialMicros()),
                        instant(stored.getLastDecisionMicros())),
                new UnitState.Published(
                        stored.getVersion(),
                        RecordForm.unwrap(stored.getDigest()),
                        read(stored.getCause()),
                        told(stored)));
    }

    private @Nullable Told told(StoredUnit stored) {
        byte @Nullable [] change = RecordForm.unwrap(stored.getChange());
        return change == null ? null : Told.of(changes.decode(change));
    }

    private static Slots.Place place(StoredAmended event) {
        return new Slots.Place(speaker(event.getSource(), event.getDesk()), event.getSequence());
    }

    private static StoredSource of(Speaker speaker, SourceLog log) {
        return new StoredSource(
                speaker.source().value(), speaker.desk(), log.next(), held(log), lost(log), log.clockSuspect());
    }

    private static List<StoredHeld> held(SourceLog log) {
        List<StoredHeld> held = new ArrayList<>();
        for (SourceLog.Held event : log.held()) {
            held.add(
                    new StoredHeld(event.layer(), RecordForm.of(event.envelope().origin())));
        }
        return held;
    }

    private static List<StoredRange> lost(SourceLog log) {
        List<StoredRange> lost = new ArrayList<>();
        for (SourceLog.Range range : log.lost()) {
            lost.add(new StoredRange(range.first(), range.last()));
        }
        return lost;
    }

    private SourceLog read(StoredSource stored) {
        return new SourceLog(
                stored.getNext(),
                stored.getClockSuspect(),
                stored.getHeld().stream()
                        .map(held ->
                                new SourceLog.Held(held.getLayer(), reader.apply(RecordForm.read(held.getOrigin()))))
                        .toList(),
                stored.getLost().stream()
                        .map(range -> new SourceLog.Range(range.getFirst(), range.getLast()))
                        .toList());
    }

    private static Statement read(StoredStatement stored) {
        return new Statement(
                stored.getLayer(),
                speaker(stored.getSource(), stored.getDesk()),
                stored.getSequence(),
                PayloadForm.read(stored.getPayload()));
    }

    private static StoredAmended of(Slots.Place place, Amended event) {
        @Nullable Payload original = event.original();
        List<StoredEdit> edits = new ArrayList<>();
        for (Amended.Edit edit : event.edits()) {
            @Nullable Payload payload = edit.payload();
            edits.add(new StoredEdit(edit.sequence(), edit.amends(), payload == null ? null : PayloadForm.of(payload)));
        }
        return new StoredAmended(
                event.layer(),
                place.speaker().source().value(),
                place.speaker().desk(),
                place.sequence(),
                original == null ? null : PayloadForm.of(original),
                edits);
    }

    private static Amended read(StoredAmended stored) {
        return new Amended(
                stored.getLayer(),
                stored.getOriginal() == null ? null : PayloadForm.read(stored.getOriginal()),
                stored.getEdits().stream()
                        .map(edit -> new Amended.Edit(
                                edit.getSequence(),
                                edit.getAmends(),
                                edit.getPayload() == null ? null : PayloadForm.read(edit.getPayload())))
                        .toList());
    }

    private static @Nullable StoredCause of(@Nullable Cause cause) {
        return cause == null
                ? null
                : new StoredCause(
                        cause.kind().name(),
                        cause.competitor(),
                        cause.source(),
                        cause.sequence(),
                        cause.reason(),
                        ChronoUnit.MICROS.between(Instant.EPOCH, cause.venueTime()),
                        cause.takenAt().toEpochMilli(),
                        cause.unit());
    }

    private static @Nullable Cause read(@Nullable StoredCause stored) {
        return stored == null
                ? null
                : new Cause(
                        ChangeKind.valueOf(stored.getKind()),
                        stored.getCompetitor(),
                        stored.getSource(),
                        stored.getSequence(),
                        stored.getReason(),
                        Instant.EPOCH.plus(stored.getVenueTimeMicros(), ChronoUnit.MICROS),
                        Instant.ofEpochMilli(stored.getTakenAtMillis()),
                        stored.getUnit());
    }

    private static Speaker speaker(String source, boolean desk) {
        return new Speaker(new SourceId(source), desk);
    }

    private static @Nullable String id(@Nullable SourceId source) {
        return source == null ? null : source.value();
    }

    private static @Nullable SourceId source(@Nullable String id) {
        return id == null ? null : new SourceId(id);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
