package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.Rsc;
import org.podium.model.id.SourceId;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Notice;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;

/** Venue events as JSON objects of one line. The format is {@code docs/venue-events.md}. */
public final class VenueEventJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private VenueEventJson() {}

    /** The event that a line prints, or everything that is wrong with it. */
    public static EventLine parse(long number, String line) {
        Problems problems = new Problems();
        List<Json.Members> objects = JsonText.objects(line, number, problems);
        if (objects.size() > 1) {
            problems.add(
                    Reason.NOT_JSON,
                    "",
                    objects.get(1).place(),
                    "a second object begins here; write each event on a line of its own");
        } else if (objects.isEmpty() && problems.none()) {
            problems.add(
                    Reason.NOT_JSON,
                    "",
                    new Json.Place(number, 1),
                    "the line is empty; an event is an object in braces");
        }
        if (!problems.none() && objects.size() != 1) {
            return new EventLine.Refused(number, problems.all());
        }
        Fields fields = new Fields(objects.getFirst(), "", problems);
        VenueEvent event = event(fields);
        fields.refuseOthers();
        return problems.none() ? new EventLine.Valid(number, event) : new EventLine.Refused(number, problems.all());
    }

    private static VenueEvent event(Fields fields) {
        EventKind kind = fields.word("kind", EventKind.class, EventKind.UNKNOWN);
        List<Entry> startList = fields.optionalObjects("startList", EntryJson::read);
        EntryJson.refuseRepeated(fields, "startList", startList);
        VenueEvent event = VenueEvent.newBuilder()
                .setCompetition(fields.text("competition", Reason.INVALID_ID, CompetitionCode::parse))
                .setFeed(fields.wordOr(FeedFlag.PRODUCTION, "feed", FeedFlag.class, FeedFlag.UNKNOWN))
                .setVenue(fields.text("venue", Reason.INVALID_ID, VenueCode::parse))
                .setSource(fields.text("source", Reason.INVALID_ID, SourceId::parse))
                .setUnit(fields.text("unit", Reason.INVALID_RSC, Rsc::parse))
                .setSequence(fields.whole("sequence", 1, Grammar.MOST_EXACT))
                .setVenueTime(fields.parsed("venueTime", Reason.INVALID_TIME, Grammar::instant, Instant.EPOCH))
                .setKind(kind)
                .setStartList(startList)
                .setScheduleStatus(fields.optionalWord("scheduleStatus", ScheduleStatus.class, ScheduleStatus.UNKNOWN))
                .setResultStatus(fields.optionalWord("resultStatus", ResultStatus.class, ResultStatus.UNKNOWN))
                .setMark(fields.optionalObject("mark", MarkJson::mark))
                .setIrm(fields.optionalObject("irm", MarkJson::irm))
                .setNotice(fields.optionalObject("notice", VenueEventJson::notice))
                .setAmends(fields.optionalWhole("amends", 1, Grammar.MOST_EXACT))
                .setReason(fields.optionalText("reason", Reason.INVALID_TEXT, Grammar::filled))
                .build();
        Payload.check(fields, kind);
        checkAmendment(fields, kind, event.getAmends(), event.getSequence());
        return event;
    }

    private static Notice notice(Fields fields) {
        return new Notice(
                fields.text("code", Reason.INVALID_TEXT, Grammar::code),
                fields.text("text", Reason.INVALID_TEXT, Grammar::filled),
                fields.wholeOr(0, "sizeBytes", 0, Grammar.MOST_EXACT));
    }

    private static void checkAmendment(Fields fields, EventKind kind, @Nullable Long amends, long sequence) {
        boolean amending = fields.has("amends");
        if (kind == EventKind.WITHDRAWAL && !amending) {
            fields.note(
                    Reason.MISSING_FIELD,
                    "amends",
                    "a WITHDRAWAL has to say which event it takes back: \"amends\" with that event's sequence");
        }
        if (amending && !fields.has("reason")) {
            fields.note(
                    Reason.REASON_MISSING,
                    "reason",
                    "an event with \"amends\" has to say why, for people: \"reason\" with a sentence");
        }
        if (amends != null && amends >= sequence) {
            fields.note(
                    Reason.AMENDS_NOTHING,
                    "amends",
                    "%d is not an earlier event: this one is %d; name the sequence of the event that is wrong"
                            .formatted(amends, sequence));
        }
    }

    /**
     * The event as one line without its end. Fields at their defaults are left out; what is parsed from the line is
     * equal to the event, if the event is valid.
     */
    public static String print(VenueEvent event) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            print(json, event);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return line.toString();
    }

    private static void print(JsonGenerator json, VenueEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("competition", event.getCompetition());
        json.writeStringField("feed", event.getFeed().name());
        json.writeStringField("venue", event.getVenue());
        json.writeStringField("source", event.getSource());
        json.writeStringField("unit", event.getUnit());
        json.writeNumberField("sequence", event.getSequence());
        json.writeStringField("venueTime", event.getVenueTime().toString());
        json.writeStringField("kind", event.getKind().name());
        printPayload(json, event);
        if (event.getAmends() != null) {
            json.writeNumberField("amends", event.getAmends());
        }
        if (event.getReason() != null) {
            json.writeStringField("reason", event.getReason());
        }
        json.writeEndObject();
    }

    private static void printPayload(JsonGenerator json, VenueEvent event) throws IOException {
        if (event.getStartList() != null) {
            json.writeFieldName("startList");
            EntryJson.print(json, event.getStartList());
        }
        if (event.getScheduleStatus() != null) {
            json.writeStringField("scheduleStatus", event.getScheduleStatus().name());
        }
        if (event.getResultStatus() != null) {
            json.writeStringField("resultStatus", event.getResultStatus().name());
        }
        if (event.getMark() != null) {
            json.writeFieldName("mark");
            MarkJson.print(json, event.getMark());
        }
        if (event.getIrm() != null) {
            json.writeFieldName("irm");
            MarkJson.print(json, event.getIrm());
        }
        Notice notice = event.getNotice();
        if (notice != null) {
            json.writeObjectFieldStart("notice");
            json.writeStringField("code", notice.getCode());
            json.writeStringField("text", notice.getText());
            if (notice.getSizeBytes() != 0) {
                json.writeNumberField("sizeBytes", notice.getSizeBytes());
            }
            json.writeEndObject();
        }
    }
}
