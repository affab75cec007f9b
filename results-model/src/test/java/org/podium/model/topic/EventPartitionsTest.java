package org.podium.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.id.EventKey;

class EventPartitionsTest {

    @Property
    void isThePartitionThatAJavaProducerChooses(
            @ForAll("events") EventKey event, @ForAll @IntRange(min = 1, max = 1_000) int partitions) {
        byte[] key = event.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(EventPartitions.partitionOf(event, partitions))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
    }

    /** Where the events of a deployment lie: a change of these numbers takes every event away from its history. */
    @ParameterizedTest
    @CsvSource({
        "OG2024/ATHM100M--------------, 12, 2",
        "OG2024/SWMW100MBF------------, 12, 11",
        "OG2024-TR1/ATHM100M--------------, 12, 11"
    })
    void staysWhereItIs(String event, int partitions, int partition) {
        assertThat(EventPartitions.partitionOf(EventKey.parse(event), partitions))
                .isEqualTo(partition);
    }

    @Provide
    static Arbitrary<EventKey> events() {
        return Arbitraries.strings()
                .withChars("ABCM0189-".toCharArray())
                .ofLength(18)
                .map(event -> EventKey.parse("OG2024/ATHM" + event));
    }
}
