package org.podium.gateway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.podium.model.id.Rsc;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Change;
import org.podium.model.wire.Component;
import org.podium.model.wire.EarlierEvent;
import org.podium.model.wire.LineChange;
import org.podium.model.wire.Mark;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultLine;

/** A unit's result, as the whole document and as the summary that lists carry. */
public final class UnitDocument {

    /** Lines that a summary names: those on a podium. */
    private static final int LEADERS = 3;

    private UnitDocument() {}

    /** Everything that is known of the unit. */
    public static byte[] full(Result result) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, result);
            json.writeStringField("source", result.getSource());
            json.writeStringField("venueTime", result.getVenueTime().toString());
            change(json, result.getChange());
            json.writeArrayFieldStart("lines");
            for (ResultLine line : result.getLines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** What a list of units shows of it. */
    public static byte[] summary(Result result) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, result);
            json.writeNumberField("competitors", result.getLines().size());
            List<ResultLine> leaders = result.getLines().stream()
                    .filter(line -> line.getRank() != null || line.getDecision() != null)
                    .limit(LEADERS)
                    .toList();
            if (!leaders.isEmpty()) {
                json.writeArrayFieldStart("leaders");
                for (ResultLine line : leaders) {
                    leader(json, line);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    private static void head(JsonGenerator json, Result result) throws IOException {
        UnitHead head = new UnitHead(
                result.getCompetition(),
                Rsc.parse(result.getUnit()),
                result.getVersion(),
                result.getDisciplineName(),
                result.getEventName(),
                result.getUnitName(),
                result.getVenue(),
                result.getVenueName(),
                result.getScheduledStart(),
                result.getMedalEvent());
        head.write(json, result.getStatus(), result.getScheduleStatus());
        json.writeNumberField("takenAt", result.getTakenAt().toEpochMilli());
        Json.texts(
                json, "flags", result.getFlags().stream().map(ResultFlag::name).toList());
    }

    static void change(JsonGenerator json, Change change) throws IOException {
        json.writeObjectFieldStart("change");
        Json.name(json, "kind", change.getKind());
        Json.text(json, "competitor", change.getCompetitor());
        Json.text(json, "source", change.getSource());
        Json.number(json, "sequence", change.getSequence());
        Json.text(json, "reason", change.getReason());
        Json.text(json, "unit", change.getUnit());
        Json.name(json, "statusBefore", change.getStatusBefore());
        if (!change.getLines().isEmpty()) {
            json.writeArrayFieldStart("lines");
            for (LineChange line : change.getLines()) {
                changed(json, line);
            }
            json.writeEndArray();
        }
        if (change.getMoreLines() > 0) {
            json.writeNumberField("moreLines", change.getMoreLines());
        }
        if (!change.getEarlier().isEmpty()) {
            json.writeArrayFieldStart("earlier");
            for (EarlierEvent event : change.getEarlier()) {
                earlier(json, event);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void earlier(JsonGenerator json, EarlierEvent event) throws IOException {
        json.writeStartObject();
        Json.name(json, "kind", event.getKind());
        Json.text(json, "competitor", event.getCompetitor());
        json.writeStringField("source", event.getSource());
        json.writeNumberField("sequence", event.getSequence());
        json.writeEndObject();
    }

    private static void changed(JsonGenerator json, LineChange line) throws IOException {
        json.writeStartObject();
        json.writeStringField("competitor", line.getCompetitor());
        json.writeStringField("name", line.getName());
        json.writeStringField("organisation", line.getOrganisation());
        Json.number(json, "rankBefore", line.getRankBefore());
        Json.number(json, "rank", line.getRank());
        Json.text(json, "textBefore", line.getTextBefore());
        Json.text(json, "text", line.getText());
        Json.name(json, "irmBefore", line.getIrmBefore());
        Json.name(json, "irm", line.getIrm());
        Json.name(json, "medalBefore", line.getMedalBefore());
        Json.name(json, "medal", line.getMedal());
        Json.texts(json, "recordsGained", line.getRecordsGained());
        Json.texts(json, "recordsLost", line.getRecordsLost());
        json.writeEndObject();
    }

    private static void leader(JsonGenerator json, ResultLine line) throws IOException {
        json.writeStartObject();
        competitor(json, line);
        ranked(json, line);
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, ResultLine line) throws IOException {
        json.writeStartObject();
        competitor(json, line);
        Json.name(json, "type", line.getType());
        Json.texts(json, "members", line.getMembers());
        Json.number(json, "startOrder", line.getStartOrder());
        Json.text(json, "bib", line.getBib());
        json.writeNumberField("sortOrder", line.getSortOrder());
        ranked(json, line);
        Json.name(json, "resultType", line.getResultType());
        Long mark = line.getMark();
        if (mark != null) {
            json.writeStringField("mark", new Quantity(mark).toString());
        }
        Json.text(json, "diff", line.getDiff());
        Json.text(json, "qualification", line.getQualification());
        Json.name(json, "decidedBy", line.getDecidedBy());
        Json.texts(json, "records", line.getRecords());
        Json.texts(json, "pointIrms", line.getPointIrms());
        if (!line.getDetails().isEmpty()) {
            json.writeArrayFieldStart("details");
            for (Mark detail : line.getDetails()) {
                detail(json, detail);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void competitor(JsonGenerator json, ResultLine line) throws IOException {
        json.writeStringField("competitor", line.getCompetitor());
        json.writeStringField("name", line.getName());
        json.writeStringField("organisation", line.getOrganisation());
    }

    private static void ranked(JsonGenerator json, ResultLine line) throws IOException {
        Json.number(json, "rank", line.getRank());
        Json.yes(json, "rankEqual", line.getRankEqual());
        Json.text(json, "text", line.getText());
        Json.name(json, "irm", line.getIrm());
        Json.name(json, "decision", line.getDecision());
        Json.name(json, "medal", line.getMedal());
    }

    private static void detail(JsonGenerator json, Mark mark) throws IOException {
        json.writeStartObject();
        Json.name(json, "kind", mark.getKind());
        Json.text(json, "point", mark.getPoint());
        if (mark.getAttempt() > 0) {
            json.writeNumberField("attempt", mark.getAttempt());
        }
        Json.name(json, "outcome", mark.getOutcome());
        Long value = mark.getValue();
        if (value != null) {
            json.writeStringField("value", new Quantity(value).toString());
        }
        if (!mark.getComponents().isEmpty()) {
            json.writeObjectFieldStart("components");
            for (Component component : mark.getComponents()) {
                json.writeStringField(component.getName(), new Quantity(component.getValue()).toString());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
