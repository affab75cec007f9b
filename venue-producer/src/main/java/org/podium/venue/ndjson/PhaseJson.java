package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.Rsc;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.AwardedMark;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.StartSlot;
import org.podium.model.wire.TiedLast;

/** A phase of an event. */
final class PhaseJson {

    private static final int MOST = 9_999;

    private PhaseJson() {}

    static Phase read(Fields fields) {
        return Phase.newBuilder()
                .setCode(fields.text("code", Reason.INVALID_TEXT, Grammar::phase))
                .setName(fields.text("name", Reason.INVALID_TEXT, Grammar::filled))
                .setUnits(fields.objects("units", PhaseJson::unit))
                .setCountsFrom(
                        fields.wordOr(ResultStatus.UNOFFICIAL, "countsFrom", ResultStatus.class, ResultStatus.UNKNOWN))
                .setTakes(fields.wordOr(PhaseTakes.SCORES, "takes", PhaseTakes.class, PhaseTakes.UNKNOWN))
                .setRule(fields.optionalObject("rule", RuleJson::read))
                .setIrmsOfPhase(fields.texts("irmsOfPhase", Grammar::code))
                .setQualifications(fields.objects("qualifications", PhaseJson::qualification))
                .setAwarded(fields.objects("awarded", PhaseJson::awarded))
                .build();
    }

    private static PhaseUnit unit(Fields fields) {
        return PhaseUnit.newBuilder()
                .setUnit(fields.text("unit", Reason.INVALID_RSC, Rsc::parse))
                .setPoint(fields.textOr("", "point", Reason.INVALID_TEXT, Grammar::point))
                .setGroup(fields.textOr("", "group", Reason.INVALID_TEXT, Grammar::group))
                .setBye(fields.truthOr(false, "bye"))
                .setSlots(fields.objects("slots", PhaseJson::slot))
                .build();
    }

    private static StartSlot slot(Fields fields) {
        return StartSlot.newBuilder()
                .setStartOrder(number(fields.optionalWhole("startOrder", 1, MOST)))
                .setFrom(fields.text("from", Reason.INVALID_TEXT, Grammar::filled))
                .setGroup(fields.textOr("", "group", Reason.INVALID_TEXT, Grammar::group))
                .setPlace((int) fields.whole("place", 1, MOST))
                .build();
    }

    private static @Nullable Integer number(@Nullable Long number) {
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static Qualification qualification(Fields fields) {
        return Qualification.newBuilder()
                .setMark(fields.text("mark", Reason.INVALID_TEXT, Grammar::qualificationMark))
                .setBy(fields.word("by", QualifyBy.class, QualifyBy.UNKNOWN))
                .setCount((int) fields.wholeOr(0, "count", 0, MOST))
                .setTied(fields.wordOr(TiedLast.ALL, "tied", TiedLast.class, TiedLast.UNKNOWN))
                .setStandard(fields.optionalParsed("standard", Reason.INVALID_QUANTITY, Grammar::millionths, 0L))
                .setDecider(fields.optionalText("decider", Reason.INVALID_RSC, Rsc::parse))
                .build();
    }

    private static AwardedMark awarded(Fields fields) {
        return new AwardedMark(
                fields.text("competitor", Reason.INVALID_ID, CompetitorId::parse),
                fields.optionalText("mark", Reason.INVALID_TEXT, Grammar::qualificationMark),
                fields.text("reason", Reason.INVALID_TEXT, Grammar::filled));
    }

    static void print(JsonGenerator json, Phase phase) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", phase.getCode());
        json.writeStringField("name", phase.getName());
        json.writeArrayFieldStart("units");
        for (PhaseUnit unit : phase.getUnits()) {
            print(json, unit);
        }
        json.writeEndArray();
        json.writeStringField("countsFrom", phase.getCountsFrom().name());
        json.writeStringField("takes", phase.getTakes().name());
        if (phase.getRule() != null) {
            json.writeFieldName("rule");
            RuleJson.print(json, phase.getRule());
        }
        json.writeArrayFieldStart("irmsOfPhase");
        for (String irm : phase.getIrmsOfPhase()) {
            json.writeString(irm);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("qualifications");
        for (Qualification qualification : phase.getQualifications()) {
            print(json, qualification);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("awarded");
        for (AwardedMark award : phase.getAwarded()) {
            json.writeStartObject();
            json.writeStringField("competitor", award.getCompetitor());
            if (award.getMark() != null) {
                json.writeStringField("mark", award.getMark());
            }
            json.writeStringField("reason", award.getReason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void print(JsonGenerator json, PhaseUnit unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("unit", unit.getUnit());
        json.writeStringField("point", unit.getPoint());
        json.writeStringField("group", unit.getGroup());
        json.writeBooleanField("bye", unit.getBye());
        json.writeArrayFieldStart("slots");
        for (StartSlot slot : unit.getSlots()) {
            json.writeStartObject();
            if (slot.getStartOrder() != null) {
                json.writeNumberField("startOrder", slot.getStartOrder());
            }
            json.writeStringField("from", slot.getFrom());
            json.writeStringField("group", slot.getGroup());
            json.writeNumberField("place", slot.getPlace());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void print(JsonGenerator json, Qualification qualification) throws IOException {
        json.writeStartObject();
        json.writeStringField("mark", qualification.getMark());
        json.writeStringField("by", qualification.getBy().name());
        json.writeNumberField("count", qualification.getCount());
        json.writeStringField("tied", qualification.getTied().name());
        if (qualification.getStandard() != null) {
            json.writeStringField("standard", new Quantity(qualification.getStandard()).toString());
        }
        if (qualification.getDecider() != null) {
            json.writeStringField("decider", qualification.getDecider());
        }
        json.writeEndObject();
    }
}
