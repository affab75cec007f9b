package org.podium.venue.ndjson;

import java.util.ArrayList;
import java.util.List;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.UnitDefinition;

/**
 * Reads definitions as JSON objects, one after the other, also over several lines: of units with the field names of
 * {@link UnitDefinition}, of events with those of {@link EventDefinition}, lists of records with those of
 * {@link RecordList}. An object with a {@code unit} is of a unit, another one with {@code marks} is a list of records,
 * any other one with an {@code event} of an event.
 */
public final class DefinitionsJson {

    private DefinitionsJson() {}

    /** All definitions of a text, or everything that is wrong with it. */
    public static Definitions parse(String text) {
        Problems problems = new Problems();
        List<UnitDefinition> units = new ArrayList<>();
        List<EventDefinition> events = new ArrayList<>();
        List<RecordList> records = new ArrayList<>();
        for (Json.Members object : JsonText.objects(text, 1, problems)) {
            Fields fields = new Fields(object, "", problems);
            boolean ofEvent =
                    object.fields().containsKey("event") && !object.fields().containsKey("unit");
            if (ofEvent && object.fields().containsKey("marks")) {
                records.add(RecordListJson.read(fields));
            } else if (ofEvent) {
                events.add(EventDefinitionJson.read(fields));
            } else {
                units.add(UnitDefinitionJson.read(fields));
            }
            fields.refuseOthers();
        }
        if (units.isEmpty() && events.isEmpty() && records.isEmpty() && problems.none()) {
            problems.add(Reason.NOT_JSON, "", new Json.Place(1, 1), "there is no definition in this text");
        }
        return problems.none()
                ? new Definitions.Valid(units, events, records)
                : new Definitions.Refused(problems.all());
    }
}
