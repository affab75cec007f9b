package org.podium.venue.ndjson;

import java.util.List;
import org.podium.model.wire.VenueEvent;

/** What became of a line. */
public sealed interface EventLine {

    /** Number of the line in its file, from 1; empty lines count. */
    long number();

    /** It is a venue event. */
    record Valid(long number, VenueEvent event) implements EventLine {}

    /** It is not. All problems that could be seen together, in the order of the text. */
    record Refused(long number, List<Problem> problems) implements EventLine {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
