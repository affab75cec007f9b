package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.podium.model.wire.VenueEvent;

@Domain(Events.class)
class RoundTripTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedIsParsedAsTheSameEvent(@ForAll VenueEvent event) {
        String line = VenueEventJson.print(event);

        assertThat(VenueEventJson.parse(1, line)).isEqualTo(new EventLine.Valid(1, event));
        assertThat(line).doesNotContain("\n", "\r");
    }
}
