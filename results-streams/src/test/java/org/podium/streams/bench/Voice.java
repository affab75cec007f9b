package org.podium.streams.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.VenueCode;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Notice;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;

/**
 * One source speaking about one unit. Event n happens n seconds after {@link #START}.
 *
 * @param venue code of the venue, DESK for the desk
 * @param source id of the source
 * @param unit RSC of the unit
 */
public record Voice(String venue, String source, String unit) {

    public static final VenueCode STADIUM = new VenueCode("STA");
    public static final VenueCode POOL = new VenueCode("POO");
    public static final String FINAL = "ATHM100M--------------FNL-000100--";
    public static final String OTHER_FINAL = "ATHW100M--------------FNL-000100--";
    public static final Instant START = Instant.parse("2024-08-04T19:50:00Z");

    public static Voice timing() {
        return new Voice("STA", "TIMING-1", FINAL);
    }

    public static Voice backup() {
        return new Voice("STA", "TIMING-2", FINAL);
    }

    public static Voice desk() {
        return new Voice("DESK", "DESK-1", FINAL);
    }

    public Voice about(String otherUnit) {
        return new Voice(venue, source, otherUnit);
    }

    public VenueEvent.Builder event(long sequence, EventKind kind) {
        return VenueEvent.newBuilder()
                .setCompetition("OG2024")
                .setFeed(FeedFlag.PRODUCTION)
                .setVenue(venue)
                .setSource(source)
                .setUnit(unit)
                .setSequence(sequence)
                .setVenueTime(START.plusSeconds(sequence))
                .setKind(kind);
    }

    /** A start list of competitors in the order of their lanes. */
    public VenueEvent startList(long sequence, String... competitors) {
        List<Entry> entries = IntStream.range(0, competitors.length)
                .mapToObj(lane -> Entries.of(competitors[lane], lane + 1))
                .toList();
        return event(sequence, EventKind.START_LIST).setStartList(entries).build();
    }

    public VenueEvent status(long sequence, ResultStatus status) {
        return event(sequence, EventKind.RESULT_STATUS).setResultStatus(status).build();
    }

    public VenueEvent schedule(long sequence, ScheduleStatus status) {
        return event(sequence, EventKind.SCHEDULE_STATUS)
                .setScheduleStatus(status)
                .build();
    }

    public VenueEvent time(long sequence, String competitor, String seconds) {
        return event(sequence, EventKind.MARK)
                .setMark(mark(competitor, MarkKind.TIME, seconds))
                .build();
    }

    public static Mark mark(String competitor, MarkKind kind, String value) {
        return Mark.newBuilder()
                .setCompetitor(competitor)
                .setKind(kind)
                .setValue(Quantity.parse(value).millionths())
                .build();
    }

    public VenueEvent irm(long sequence, String competitor, @Nullable Irm irm) {
        return event(sequence, EventKind.IRM)
                .setIrm(IrmMark.newBuilder()
                        .setCompetitor(competitor)
                        .setIrm(irm)
                        .build())
                .build();
    }

    public VenueEvent withdrawal(long sequence, long amends) {
        return event(sequence, EventKind.WITHDRAWAL)
                .setAmends(amends)
                .setReason("read from the wrong lane")
                .build();
    }

    public VenueEvent takeover(long sequence) {
        return event(sequence, EventKind.TAKEOVER).build();
    }

    public VenueEvent notice(long sequence, String code) {
        return event(sequence, EventKind.NOTICE)
                .setNotice(new Notice(code, "an event of 5 MB was not sent", 5_242_880L))
                .build();
    }

    /** The event with a reason. */
    public static VenueEvent because(VenueEvent event, String reason) {
        return VenueEvent.newBuilder(event).setReason(reason).build();
    }

    /** The event as a correction of an earlier one. */
    public static VenueEvent correcting(long amends, VenueEvent event) {
        return VenueEvent.newBuilder(event)
                .setAmends(amends)
                .setReason("photo finish read again")
                .build();
    }
}
