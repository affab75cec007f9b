package org.podium.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTest {

    @Property
    void parsesWhatItPrints(@ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1L << 60) Long> offsets) {
        long[] next = offsets.stream().mapToLong(Long::longValue).toArray();
        Position position = new Position("0123abcd", next);

        assertThat(Position.parse(position.toString())).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0123abcd",
                "2.0123abcd.1",
                "1.0123ABCD.1",
                "1.0123abcd.-1",
                "1.0123abcd.1.",
                "1.xyz.1"
            })
    void takesNothingElse(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
