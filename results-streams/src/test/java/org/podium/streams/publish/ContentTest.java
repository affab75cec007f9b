package org.podium.streams.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.RegistryInMemory;
import org.podium.streams.bench.Voice;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.FoldedUnit;
import org.podium.streams.fold.Histories;
import org.podium.streams.fold.Told;

/** What is put together from parts that were made before is what would be made anew. */
class ContentTest {

    private static final WireEncoder<Result> ENCODER = WireEncoder.of(Result.class, RegistryInMemory.withAllSchemas());

    private static final Told SAYS_NOTHING = Told.of(Content.NO_CHANGE);

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
        Map<Result, byte[]> digests = new HashMap<>();
        for (VenueEvent event : events) {
            unit.take(event);
            Content content = unit.content(lines);
            Content anew = unit.content(new Lines());

            Told told = content.told(cause);

            assertThat(content.version(3, cause, told)).isEqualTo(anew.version(3, cause, told));
            assertThat(content.encode(ENCODER.start(), 3, cause, told))
                    .isEqualTo(ENCODER.encode(anew.version(3, cause, told)));
            assertThat(content.digest()).isEqualTo(anew.digest());
            List<ResultLine> now = content.version(3, cause, told).getLines();
            assertThat(told.change().getLines())
                    .isEqualTo(
                            before == null
                                    ? List.of()
                                    : LineChanges.between(before, now, null).lines());
            before = now;
            digests.put(anew.version(0, cause, SAYS_NOTHING), content.digest());
        }
        assertThat(digests.values().stream().map(ByteBuffer::wrap).distinct())
                .as("digests of contents of which no two are the same")
                .hasSize(digests.size());
    }

    /** {@link ResultBytes} puts them where they belong by that. */
    @Test
    void linesAreTheLastFieldOfAResult() {
        assertThat(Result.getClassSchema().getFields().getLast())
                .extracting(Schema.Field::name)
                .isEqualTo("lines");
    }
}
