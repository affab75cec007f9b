package org.podium.streams.fold;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.SourceId;
import org.podium.model.wire.ResultStatus;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Payload;
import org.podium.streams.validate.Speaker;

/**
 * All that is remembered of a unit.
 *
 * <p>Everything here is a function of the set of events that were read, not of the order in which those of one source,
 * or those of venue and desk, came. Two things keep it so. The events of a source are folded strictly by sequence: what
 * is above a gap is held, and shown as if it had been folded ({@link #tentative}). And what venue and desk say meets in
 * {@link Slots}, where it is ordered by layer; what else they decide together is a least or a greatest of times.
 *
 * <p>Layers: each time that the charge goes to another source, a new one begins; and above all of those, each time that
 * another source of the desk speaks.
 */
public final class UnitState {

    /** Lowest layer of the desk. No unit is taken over a million times. */
    private static final int DESK = 1_000_000;

    private Slots slots = new Slots();
    private final NavigableMap<Speaker, SourceLog> sources = new TreeMap<>();
    private Charge charge = Charge.NOBODY;
    private Corrections corrections = Corrections.NONE;
    private Published published = Published.NOTHING;
    private final Field field = new Field();

    /**
     * Who speaks for the unit.
     *
     * @param source in charge; null before the first definition
     * @param term how often the charge went over
     * @param takenOver true when the source took over by an event, so that a definition does not change it
     * @param deskSpeaker source of the desk that spoke last; null when none did
     * @param deskTerm how often another source of the desk spoke
     */
    public record Charge(
            @Nullable SourceId source,
            int term,
            boolean takenOver,
            @Nullable SourceId deskSpeaker,
            int deskTerm) {

        static final Charge NOBODY = new Charge(null, 0, false, null, 0);

        Charge goesTo(SourceId next, boolean byEvent) {
            return new Charge(next, term + 1, byEvent, deskSpeaker, deskTerm);
        }

        Charge deskSpeaks(SourceId speaker) {
            return speaker.equals(deskSpeaker) ? this : new Charge(source, term, takenOver, speaker, deskTerm + 1);
        }

        int layerOf(Speaker speaker) {
            return speaker.desk() ? DESK + deskTerm : term;
        }
    }

    /**
     * Whether something changed after it was official.
     *
     * @param byVenue true when an event of a venue did
     * @param firstOfficial least venue time of an OFFICIAL; null when there was none
     * @param lastDecision greatest venue time of a decision of the desk; null when there was none
     */
    public record Corrections(
            boolean byVenue,
            @Nullable Instant firstOfficial,
            @Nullable Instant lastDecision) {

        static final Corrections NONE = new Corrections(false, null, null);

        boolean corrected() {
            return byVenue || (firstOfficial != null && lastDecision != null && lastDecision.isAfter(firstOfficial));
        }

        Corrections official(Instant at) {
            Instant first = firstOfficial == null || at.isBefore(firstOfficial) ? at : firstOfficial;
            return new Corrections(byVenue, first, lastDecision);
        }

        Corrections decided(Instant at) {
            Instant last = lastDecision == null || at.isAfter(lastDecision) ? at : lastDecision;
            return new Corrections(byVenue, firstOfficial, last);
        }

        Corrections afterOfficial() {
            return new Corrections(true, firstOfficial, lastDecision);
        }
    }

    /**
     * What the world last saw.
     *
     * @param version 0 when nothing
     * @param digest of the content; null when nothing
     * @param cause what brought the version about; null when nothing
     * @param told the same as it was published, with what it changed; null when nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a record.
    public record Published(
            long version,
            byte @Nullable [] digest,
            @Nullable Cause cause,
            @Nullable Told told) {

        static final Published NOTHING = new Published(0, null, null, null);
    }

    public UnitState() {}

    /** As it was stored. */
    public UnitState(
            Slots slots, Map<Speaker, SourceLog> sources, Charge charge, Corrections corrections, Published published) {
        this.slots = slots;
        this.sources.putAll(sources);
        this.charge = charge;
        this.corrections = corrections;
        this.published = published;
    }

    /** One in which what is held was folded as if nothing were missing; this one stays as it is. */
    UnitState tentative() {
        UnitState copy = new UnitState(slots.copy(), sources, charge, corrections, published);
        for (Map.Entry<Speaker, SourceLog> source : sources.entrySet()) {
            SourceLog log = source.getValue();
            copy.sources.put(source.getKey(), new SourceLog(log.next(), log.clockSuspect(), log.held(), log.lost()));
        }
        return copy;
    }

    /** Its starters and what they did, by a definition. */
    Field field(Definition definition) {
        field.bringUpToDate(slots, definition);
        return field;
    }

    public Slots slots() {
        return slots;
    }

    /** What was read of each source. */
    public NavigableMap<Speaker, SourceLog> sources() {
        return sources;
    }

    public Charge charge() {
        return charge;
    }

    public Corrections corrections() {
        return corrections;
    }

    public Published published() {
        return published;
    }

    /** Notes what the world is shown now. */
    public void published(byte[] digest, Cause cause, Told told) {
        published = new Published(published.version() + 1, digest, cause, told);
    }

    /** Notes that the world would be shown this now, if it were not for what comes next. */
    public void counted(byte[] digest) {
        published = new Published(published.version() + 1, digest, published.cause(), published.told());
    }

    /** Notes what the world is told of what was counted last. */
    public void told(Cause cause, Told told) {
        published = new Published(published.version(), published.digest(), cause, told);
    }

    /** Whether something is true of a source whose word counts: the one in charge, and any of the desk. */
    boolean anyHeeded(Predicate<SourceLog> question) {
        for (Map.Entry<Speaker, SourceLog> source : sources.entrySet()) {
            Speaker speaker = source.getKey();
            if (question.test(source.getValue())
                    && (speaker.desk() || speaker.source().equals(charge.source()))) {
                return true;
            }
        }
        return false;
    }

    /** Events that are held above gaps. */
    public int heldEvents() {
        int held = 0;
        for (SourceLog log : sources.values()) {
            held += log.held().size();
        }
        return held;
    }

    void charge(Charge next) {
        charge = next;
    }

    void corrections(Corrections next) {
        corrections = next;
    }

    SourceLog logOf(Speaker speaker) {
        return sources.computeIfAbsent(speaker, unheard -> new SourceLog(1));
    }

    /** The result status of venues, or that of the desk; null when none was said there. */
    @Nullable
    ResultStatus statusOf(boolean desk) {
        Payload top = slots.top(Slot.RESULT_STATUS, statement -> (statement.layer() >= DESK) == desk);
        return top instanceof Payload.Decided(ResultStatus status) ? status : null;
    }
}
