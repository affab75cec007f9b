package org.podium.venue.ndjson;

import java.util.List;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.UnitDefinition;

/** What became of a text that was to hold definitions of units and events, and lists of records. */
public sealed interface Definitions {

    /** It does, at least one. */
    record Valid(List<UnitDefinition> units, List<EventDefinition> events, List<RecordList> records)
            implements Definitions {
        public Valid {
            units = List.copyOf(units);
            events = List.copyOf(events);
            records = List.copyOf(records);
        }
    }

    /** It does not. All problems that could be seen together, in the order of the text. */
    record Refused(List<Problem> problems) implements Definitions {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
