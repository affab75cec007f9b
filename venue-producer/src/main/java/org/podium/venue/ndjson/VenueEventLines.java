package org.podium.venue.ndjson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Notice;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;

/**
 * Venue events as lines. What cannot be a {@link VenueEvent} is refused here; whether an event makes sense (a known
 * competitor, a plausible mark, an amendment of something that is there) is judged by the pipeline, whose answer is on
 * {@code results.rejected}. {@link #print} writes what {@link #parse} reads.
 */
public final class VenueEventLines {

    /** Largest whole number that JavaScript reads exactly, so that every tool agrees about a sequence. */
    static final long MAX_SEQUENCE = (1L << 53) - 1;

    /** Field that a kind's payload stands in; the kinds left out have none. */
    private static final Map<EventKind, String> PAYLOADS = Map.of(
            EventKind.START_LIST, "startList",
            EventKind.SCHEDULE_STATUS, "scheduleStatus",
            EventKind.RESULT_STATUS, "resultStatus",
            EventKind.MARK, "mark",
            EventKind.IRM, "irm",
            EventKind.NOTICE, "notice");

    private VenueEventLines() {}

    /** The event on a line, or why there is none. */
    public static ParsedLine<VenueEvent> parse(String line, long lineNumber) {
        try {
            return new ParsedLine.Read<>(
                    lineNumber, Fields.read(JsonText.parse(line), "", VenueEventLines::event));
        } catch (Refusal refusal) {
            return refusal.on(lineNumber);
        }
    }

    private static VenueEvent event(Fields fields) {
        VenueEvent event = VenueEvent.newBuilder()
                .setCompetition(fields.text("competition", CompetitionCode::parse))
                .setFeed(fields.wordOr("feed", FeedFlag.class, FeedFlag.PRODUCTION))
                .setVenue(fields.text("venue", VenueCode::parse))
                .setSource(fields.text("source", SourceId::parse))
                .setUnit(fields.text("unit", Rsc::parse))
                .setSequence(fields.number("sequence", 1, MAX_SEQUENCE))
                .setVenueTime(fields.parsed("venueTime", Moments::parse))
                .setKind(fields.word("kind", EventKind.class))
                .setStartList(fields.optionalObjects("startList", EntryJson::read))
                .setScheduleStatus(
                        fields.has("scheduleStatus") ? fields.word("scheduleStatus", ScheduleStatus.class) : null)
                .setResultStatus(fields.has("resultStatus") ? fields.word("resultStatus", ResultStatus.class) : null)
                .setMark(fields.optionalObject("mark", MarkJson::read))
                .setIrm(fields.optionalObject("irm", MarkJson::readIrm))
                .setNotice(fields.optionalObject("notice", VenueEventLines::notice))
                .setAmends(fields.optionalNumber("amends", 1, MAX_SEQUENCE))
                .setReason(fields.optionalText("reason"))
                .build();
        checkPayload(fields, event.getKind());
        return event;
    }

    private static void checkPayload(Fields fields, EventKind kind) {
        String due = PAYLOADS.get(kind);
        if (due != null && !fields.has(due)) {
            throw fields.missing(due);
        }
        for (String other : List.of("startList", "scheduleStatus", "resultStatus", "mark", "irm", "notice")) {
            if (!other.equals(due) && fields.has(other)) {
                throw fields.wrongPayload(
                        other,
                        "an event of kind %s has no '%s'; remove it, or correct the kind".formatted(kind, other));
            }
        }
        if (kind == EventKind.WITHDRAWAL && !fields.has("amends")) {
            throw fields.missing("amends");
        }
    }

    private static Notice notice(Fields fields) {
        return new Notice(
                fields.text("code"), fields.text("text"), fields.numberOr("sizeBytes", 0, MAX_SEQUENCE, 0));
    }

    /** The event as one line, without the line's end. */
    public static String print(VenueEvent event) {
        ObjectNode json = JsonText.newObject();
        json.put("competition", event.getCompetition());
        json.put("feed", event.getFeed().name());
        json.put("venue", event.getVenue());
        json.put("source", event.getSource());
        json.put("unit", event.getUnit());
        json.put("sequence", event.getSequence());
        json.put("venueTime", event.getVenueTime().truncatedTo(ChronoUnit.MICROS).toString());
        json.put("kind", event.getKind().name());
        printPayload(event, json);
        if (event.getAmends() != null) {
            json.put("amends", event.getAmends());
        }
        putText(json, "reason", event.getReason());
        return JsonText.print(json);
    }

    private static void printPayload(VenueEvent event, ObjectNode json) {
        if (event.getStartList() != null) {
            EntryJson.print(event.getStartList(), json.putArray("startList"));
        }
        if (event.getScheduleStatus() != null) {
            json.put("scheduleStatus", event.getScheduleStatus().name());
        }
        if (event.getResultStatus() != null) {
            json.put("resultStatus", event.getResultStatus().name());
        }
        if (event.getMark() != null) {
            MarkJson.print(event.getMark(), json.putObject("mark"));
        }
        if (event.getIrm() != null) {
            MarkJson.printIrm(event.getIrm(), json.putObject("irm"));
        }
        if (event.getNotice() != null) {
            ObjectNode notice = json.putObject("notice");
            notice.put("code", event.getNotice().getCode());
            notice.put("text", event.getNotice().getText());
            notice.put("sizeBytes", event.getNotice().getSizeBytes());
        }
    }

    private static void putText(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}
