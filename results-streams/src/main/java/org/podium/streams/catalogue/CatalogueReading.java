package org.podium.streams.catalogue;

import java.util.List;

/** What became of a text that should be a catalogue. */
public sealed interface CatalogueReading {

    /** It is one. */
    record Read(Catalogue catalogue) implements CatalogueReading {}

    /**
     * It is not.
     *
     * @param problems every problem found, one sentence each with its line, never empty
     */
    record Refused(List<String> problems) implements CatalogueReading {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
