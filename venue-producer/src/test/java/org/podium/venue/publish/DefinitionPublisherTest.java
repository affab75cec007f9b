package org.podium.venue.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.podium.model.id.EventKey;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.UnitDefinition;
import org.podium.venue.publish.Fixtures.OneSchema;

class DefinitionPublisherTest {

    private static final int PARTITIONS = 12;
    private static final String HEAT = "ATHM100M--------------HEAT000100--";

    @Test
    void putsEachUnitOnThePartitionOfItsEvent() throws InterruptedException {
        MockProducer<byte[], byte[]> kafka = kafka();
        try (DefinitionPublisher publisher = publisher(kafka)) {
            publisher.publish(List.of(Fixtures.definition(Fixtures.UNIT), Fixtures.definition(HEAT)));
        }
        assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly("reference.units");
        assertThat(kafka.history())
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsExactly("OG2024/" + Fixtures.UNIT, "OG2024/" + HEAT);
        assertThat(kafka.history())
                .extracting(ProducerRecord::partition)
                .containsOnly(EventPartitions.partitionOf(EventKey.parse(Fixtures.EVENT_KEY), PARTITIONS));
    }

    @Test
    void putsEachEventOnItsPartitionOfItsOwnTopic() throws InterruptedException {
        MockProducer<byte[], byte[]> kafka = kafka();
        EventKey event = EventKey.parse(Fixtures.EVENT_KEY);
        try (DefinitionPublisher publisher = publisher(kafka)) {
            publisher.publishEvents(List.of(EventDefinition.newBuilder()
                    .setCompetition(event.competition().value())
                    .setEvent(event.event())
                    .setFeed(FeedFlag.PRODUCTION)
                    .setDisciplineName("Athletics")
                    .setEventName("Men's 100m")
                    .build()));
        }
        assertThat(kafka.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("reference.events");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(Fixtures.EVENT_KEY);
            assertThat(record.partition()).isEqualTo(EventPartitions.partitionOf(event, PARTITIONS));
        });
    }

    @Test
    void putsTheRecordsOfAnEventOnItsPartitionOfTheirOwnTopic() throws InterruptedException {
        MockProducer<byte[], byte[]> kafka = kafka();
        EventKey event = EventKey.parse(Fixtures.EVENT_KEY);
        try (DefinitionPublisher publisher = publisher(kafka)) {
            publisher.publishRecords(List.of(RecordList.newBuilder()
                    .setCompetition(event.competition().value())
                    .setEvent(event.event())
                    .setFeed(FeedFlag.PRODUCTION)
                    .setKind(MarkKind.TIME)
                    .setMarks(List.of())
                    .build()));
        }
        assertThat(kafka.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("reference.records");
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(Fixtures.EVENT_KEY);
            assertThat(record.partition()).isEqualTo(EventPartitions.partitionOf(event, PARTITIONS));
        });
    }

    @Test
    void failsWithKafkasReasonWhenADefinitionIsNotAcknowledged() {
        MockProducer<byte[], byte[]> kafka = kafka();
        kafka.sendException = new TopicAuthorizationException("not yours");
        try (DefinitionPublisher publisher = publisher(kafka)) {
            assertThatThrownBy(() -> publisher.publish(List.of(Fixtures.definition(Fixtures.UNIT))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static DefinitionPublisher publisher(MockProducer<byte[], byte[]> kafka) {
        return new DefinitionPublisher(
                kafka,
                WireEncoder.of(UnitDefinition.class, new OneSchema(UnitDefinition.getClassSchema())),
                WireEncoder.of(EventDefinition.class, new OneSchema(EventDefinition.getClassSchema())),
                WireEncoder.of(RecordList.class, new OneSchema(RecordList.getClassSchema())));
    }

    private static MockProducer<byte[], byte[]> kafka() {
        Node node = new Node(1, "broker", 9092);
        List<PartitionInfo> partitions = Stream.of(
                        TopicCatalogue.REFERENCE_UNITS,
                        TopicCatalogue.REFERENCE_EVENTS,
                        TopicCatalogue.REFERENCE_RECORDS)
                .flatMap(topic -> IntStream.range(0, PARTITIONS)
                        .mapToObj(number ->
                                new PartitionInfo(topic.name(), number, node, new Node[] {node}, new Node[] {node})))
                .toList();
        Cluster cluster = new Cluster("cluster", List.of(node), partitions, Set.of(), Set.of());
        return new MockProducer<>(cluster, true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
