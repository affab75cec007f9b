package org.podium.streams.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.Change;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.RegistryInMemory;
import org.podium.streams.bench.Voice;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.FoldedUnit;
import org.podium.streams.fold.Histories;

/** What is put together from parts that were made before is what would be made anew. */
class ContentTest {

    private static final WireEncoder<Result> ENCODER = WireEncoder.of(Result.class, RegistryInMemory.withAllSchemas());

    @Provide
    Arbitrary<List<VenueEvent>> timing() {
        return Histories.of(Voice.timing(), 25);
    }

    @Property(tries = 200)
    void theBytesAreThoseOfTheResultHoweverOftenLinesAreUsedAgain(@ForAll("timing") List<VenueEvent> events) {
        FoldedUnit unit = FoldedUnit.of(List.of());
        Lines lines = new Lines();
        Cause cause = Cause.ofDefinition(Voice.START);
        List<ResultLine> before = null;
        for (VenueEvent event : events) {
            unit.take(event);
            Content content = unit.content(lines);
            Content anew = unit.content(new Lines());

            Change change = content.change(cause);

            assertThat(content.version(3, cause, change)).isEqualTo(anew.version(3, cause, change));
            assertThat(content.encode(ENCODER.start(), 3, cause, change))
                    .isEqualTo(ENCODER.encode(anew.version(3, cause, change)));
            assertThat(content.digest()).isEqualTo(anew.digest());
            List<ResultLine> now = content.version(3, cause, change).getLines();
            assertThat(change.getLines())
                    .isEqualTo(
                            before == null
                                    ? List.of()
                                    : LineChanges.between(before, now, null).lines());
            before = now;
        }
    }

    /** {@link ResultBytes} puts them where they belong by that. */
    @Test
    void linesAreTheLastFieldOfAResult() {
        assertThat(Result.getClassSchema().getFields().getLast())
                .extracting(Schema.Field::name)
                .isEqualTo("lines");
    }
}
