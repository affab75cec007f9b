package org.podium.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;

class MadeUpUnitTest {

    private final SchemasInMemory registry = new SchemasInMemory(new TopicCatalogue(List.of()));

    @Test
    void survivesTheWireFormat() {
        Result result = MadeUpUnit.number(12).version(7, 1_700_000_000_123L);
        byte[] bytes = WireEncoder.of(Result.class, registry).encode(result);
        assertThat(WireDecoder.of(Result.class, registry).decode(bytes)).isEqualTo(new Decoded.Message<>(result));
    }

    @Test
    void namesEveryUnitDifferently() {
        assertThat(List.of(0, 9, 10, 99, 100, 4_999).stream()
                        .map(number -> MadeUpUnit.number(number).key()))
                .doesNotHaveDuplicates();
    }
}
