package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;

/** Marks and IRMs. */
final class MarkJson {

    private static final int MOST_ATTEMPTS = 999;

    private MarkJson() {}

    static Mark mark(Fields fields) {
        Mark mark = Mark.newBuilder()
                .setCompetitor(fields.text("competitor", Reason.INVALID_ID, CompetitorId::parse))
                .setKind(fields.word("kind", MarkKind.class, MarkKind.UNKNOWN))
                .setPoint(point(fields))
                .setAttempt((int) fields.wholeOr(0, "attempt", 0, MOST_ATTEMPTS))
                .setOutcome(fields.wordOr(Outcome.VALID, "outcome", Outcome.class, Outcome.UNKNOWN))
                .setValue(fields.optionalParsed("value", Reason.INVALID_QUANTITY, Grammar::millionths, 0L))
                .setComponents(components(fields))
                .build();
        if (mark.getOutcome() == Outcome.VALID
                && mark.getValue() == null
                && mark.getComponents().isEmpty()) {
            fields.note(
                    Reason.MISSING_FIELD,
                    "value",
                    "a valid mark has to have a value, or components that make it up; for an attempt that failed write \"outcome\":\"FAILED\"");
        }
        return mark;
    }

    static IrmMark irm(Fields fields) {
        return new IrmMark(
                fields.text("competitor", Reason.INVALID_ID, CompetitorId::parse),
                fields.nullableWord("irm", Irm.class, Irm.UNKNOWN, "the IRM, or null to take it back"),
                point(fields));
    }

    private static String point(Fields fields) {
        return fields.textOr("", "point", Reason.INVALID_TEXT, Grammar::point);
    }

    private static List<Component> components(Fields fields) {
        List<Component> components = new ArrayList<>();
        fields.named(
                        "components",
                        Grammar.COMPONENT,
                        Grammar.COMPONENT_GRAMMAR,
                        Reason.INVALID_QUANTITY,
                        Grammar::millionths)
                .forEach((name, value) ->
                        components.add(new Component(name, value.isEmpty() ? 0 : Grammar.millionths(value))));
        return components;
    }

    static void print(JsonGenerator json, Mark mark) throws IOException {
        json.writeStartObject();
        json.writeStringField("competitor", mark.getCompetitor());
        json.writeStringField("kind", mark.getKind().name());
        printPoint(json, mark.getPoint());
        if (mark.getAttempt() != 0) {
            json.writeNumberField("attempt", mark.getAttempt());
        }
        if (mark.getOutcome() != Outcome.VALID) {
            json.writeStringField("outcome", mark.getOutcome().name());
        }
        if (mark.getValue() != null) {
            json.writeStringField("value", new Quantity(mark.getValue()).toString());
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

    static void print(JsonGenerator json, IrmMark irm) throws IOException {
        json.writeStartObject();
        json.writeStringField("competitor", irm.getCompetitor());
        // null is written, too: it takes an IRM back, which nobody should do by forgetting a field
        json.writeStringField("irm", irm.getIrm() == null ? null : irm.getIrm().name());
        printPoint(json, irm.getPoint());
        json.writeEndObject();
    }

    private static void printPoint(JsonGenerator json, String point) throws IOException {
        if (!point.isEmpty()) {
            json.writeStringField("point", point);
        }
    }
}
