package org.podium.gateway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.BracketSlot;
import org.podium.model.wire.BracketUnit;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventRemark;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Medallist;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.PoolTally;
import org.podium.model.wire.Undecided;

/** What follows for an event from its units: as the whole document and, for lists, its medallists alone. */
public final class EventDocument {

    /** Discipline: the first characters of an event. */
    private static final int DISCIPLINE_END = 3;

    private EventDocument() {}

    /** Everything that is known of the event. */
    public static byte[] full(EventResult event) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, event);
            if (event.getChange() != null) {
                UnitDocument.change(json, event.getChange());
            }
            objects(json, "phases", event.getPhases(), EventDocument::phase);
            objects(json, "bracket", event.getBracket(), EventDocument::bracket);
            objects(json, "ranking", event.getRanking(), EventDocument::line);
            objects(json, "remarks", event.getRemarks(), EventDocument::remark);
            json.writeEndObject();
        });
    }

    /** What a list of events shows of it. */
    public static byte[] summary(EventResult event) {
        return Json.bytes(json -> {
            json.writeStartObject();
            head(json, event);
            json.writeEndObject();
        });
    }

    private static void head(JsonGenerator json, EventResult event) throws IOException {
        json.writeStringField("competition", event.getCompetition());
        json.writeStringField("event", event.getEvent());
        json.writeNumberField("version", event.getVersion());
        json.writeStringField("discipline", event.getEvent().substring(0, DISCIPLINE_END));
        json.writeStringField("disciplineName", event.getDisciplineName());
        json.writeStringField("eventName", event.getEventName());
        json.writeNumberField("takenAt", event.getTakenAt().toEpochMilli());
        json.writeArrayFieldStart("medallists");
        for (Medallist medallist : event.getMedallists()) {
            medallist(json, medallist);
        }
        json.writeEndArray();
    }

    /** Writes one of several things as the members of an object that is open. */
    @FunctionalInterface
    private interface Members<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    private static <T> void objects(JsonGenerator json, String field, List<T> values, Members<T> members)
            throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (T value : values) {
            json.writeStartObject();
            members.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void competitor(JsonGenerator json, @Nullable String id, String name, String organisation)
            throws IOException {
        Json.text(json, "competitor", id);
        Json.text(json, "name", name);
        Json.text(json, "organisation", organisation);
    }

    private static void medallist(JsonGenerator json, Medallist medallist) throws IOException {
        json.writeStartObject();
        Json.name(json, "medal", medallist.getMedal());
        competitor(json, medallist.getCompetitor(), medallist.getName(), medallist.getOrganisation());
        Json.texts(json, "members", medallist.getMembers());
        json.writeStringField("unit", medallist.getUnit());
        if (medallist.getScheduledStart() != null) {
            json.writeStringField(
                    "scheduledStart", medallist.getScheduledStart().toString());
        }
        json.writeEndObject();
    }

    private static void phase(JsonGenerator json, PhaseResult phase) throws IOException {
        json.writeStringField("code", phase.getCode());
        json.writeStringField("name", phase.getName());
        Json.texts(json, "units", phase.getUnits());
        json.writeNumberField("counted", phase.getCounted());
        Json.yes(json, "complete", phase.getComplete());
        objects(json, "lines", phase.getLines(), EventDocument::phaseLine);
        objects(json, "undecided", phase.getUndecided(), EventDocument::undecided);
    }

    private static void phaseLine(JsonGenerator json, PhaseLine line) throws IOException {
        competitor(json, line.getCompetitor(), line.getName(), line.getOrganisation());
        Json.text(json, "group", line.getGroup());
        json.writeNumberField("sortOrder", line.getSortOrder());
        Json.number(json, "rank", line.getRank());
        Json.yes(json, "rankEqual", line.getRankEqual());
        Json.number(json, "groupRank", line.getGroupRank());
        Json.text(json, "text", line.getText());
        Json.name(json, "irm", line.getIrm());
        Json.text(json, "qualification", line.getQualification());
        Json.name(json, "decidedBy", line.getDecidedBy());
        PoolTally pool = line.getPool();
        if (pool != null) {
            json.writeObjectFieldStart("pool");
            json.writeNumberField("played", pool.getPlayed());
            json.writeNumberField("won", pool.getWon());
            json.writeNumberField("tied", pool.getTied());
            json.writeNumberField("lost", pool.getLost());
            json.writeStringField("points", new Quantity(pool.getPoints()).toString());
            json.writeStringField("scored", new Quantity(pool.getScored()).toString());
            json.writeStringField("conceded", new Quantity(pool.getConceded()).toString());
            json.writeEndObject();
        }
    }

    private static void undecided(JsonGenerator json, Undecided undecided) throws IOException {
        json.writeStringField("mark", undecided.getMark());
        json.writeNumberField("places", undecided.getPlaces());
        Json.texts(json, "competitors", undecided.getCompetitors());
    }

    private static void bracket(JsonGenerator json, BracketUnit unit) throws IOException {
        json.writeStringField("unit", unit.getUnit());
        json.writeStringField("phase", unit.getPhase());
        Json.yes(json, "bye", unit.getBye());
        objects(json, "slots", unit.getSlots(), EventDocument::slot);
    }

    private static void slot(JsonGenerator json, BracketSlot slot) throws IOException {
        json.writeNumberField("startOrder", slot.getStartOrder());
        json.writeStringField("from", slot.getFrom());
        Json.text(json, "group", slot.getGroup());
        json.writeNumberField("place", slot.getPlace());
        competitor(json, slot.getCompetitor(), slot.getName(), slot.getOrganisation());
    }

    private static void line(JsonGenerator json, EventLine line) throws IOException {
        competitor(json, line.getCompetitor(), line.getName(), line.getOrganisation());
        json.writeNumberField("sortOrder", line.getSortOrder());
        Json.number(json, "rank", line.getRank());
        Json.yes(json, "rankEqual", line.getRankEqual());
        json.writeStringField("from", line.getFrom());
        Json.text(json, "text", line.getText());
        Json.name(json, "irm", line.getIrm());
        Json.name(json, "medal", line.getMedal());
    }

    private static void remark(JsonGenerator json, EventRemark remark) throws IOException {
        Json.name(json, "notice", remark.getNotice());
        json.writeStringField("unit", remark.getUnit());
        Json.text(json, "competitor", remark.getCompetitor());
    }
}
