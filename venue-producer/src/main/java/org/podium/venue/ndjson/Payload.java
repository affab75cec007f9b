package org.podium.venue.ndjson;

import java.util.EnumMap;
import java.util.Map;
import org.podium.model.wire.EventKind;

/** Which field carries what an event of a kind says. */
final class Payload {

    private static final Map<EventKind, String> FIELDS = new EnumMap<>(Map.of(
            EventKind.START_LIST, "startList",
            EventKind.SCHEDULE_STATUS, "scheduleStatus",
            EventKind.RESULT_STATUS, "resultStatus",
            EventKind.MARK, "mark",
            EventKind.IRM, "irm",
            EventKind.NOTICE, "notice"));

    private Payload() {}

    /** Notes a payload that is missing and every one that is of another kind. */
    static void check(Fields fields, EventKind kind) {
        if (kind == EventKind.UNKNOWN) {
            return;
        }
        String own = FIELDS.getOrDefault(kind, "");
        if (!own.isEmpty() && !fields.has(own)) {
            fields.note(
                    Reason.MISSING_FIELD, own, "an event of kind %s has to have the field \"%s\"".formatted(kind, own));
        }
        FIELDS.forEach((other, field) -> {
            if (!field.equals(own) && fields.has(field)) {
                fields.note(
                        Reason.WRONG_PAYLOAD,
                        field,
                        "an event of kind %s does not have \"%s\"; send it as an event of kind %s, or leave it out"
                                .formatted(kind, field, other));
            }
        });
    }
}
