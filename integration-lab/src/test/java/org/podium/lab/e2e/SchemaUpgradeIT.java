package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.stack.Stack;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.WireDecoder;
import org.podium.model.topic.EventPartitions;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;

/**
 * The next version of a schema while this one runs: registered at the running registry, written by who was upgraded
 * first, and read by who was not yet.
 */
@PodiumStack
class SchemaUpgradeIT {

    private static final int HEADER = 5;

    private final Sprint sprint = Sprint.inCharge();

    @Test
    void aVenueThatWasUpgradedFirstIsRankedWithThoseThatWereNot(Competition competition, Stack stack) throws Exception {
        Schema next = withOneFieldMore(VenueEvent.getClassSchema());
        int id = stack.registry().register(next);
        competition.define(Sprint.definition());
        competition.take(sprint.startList());
        competition.take(sprint.status(ResultStatus.START_LIST));
        send(competition.now(sprint.status(ResultStatus.LIVE)), id, next, stack);
        send(competition.now(sprint.time("R2", "9.80")), id, next, stack);
        // Who is upgraded later says the next thing in the schema that he has.
        competition.take(sprint.time("R1", "9.90"));

        SeenResult result = competition.awaitResult(
                competition.unit(Sprint.RSC),
                seen -> seen.lines().stream()
                                .filter(line -> line.rank() != null)
                                .count()
                        == 2);

        assertThat(result.status()).isEqualTo(ResultStatus.LIVE);
        assertThat(competition.rejects()).isEmpty();
    }

    /** As an instance of results-streams that was upgraded first writes it. */
    @Test
    void aGatewayThatWasNotUpgradedShowsResultsOfTheNextVersion(Competition competition, Stack stack) throws Exception {
        sprint.begin(competition);
        UnitKey unit = competition.unit(Sprint.RSC);
        long version = competition
                .awaitResult(unit, seen -> seen.status() == ResultStatus.LIVE)
                .version();
        Result upgraded = Result.newBuilder(newest(unit, stack))
                .setVersion(version + 1)
                .setStatus(ResultStatus.UNOFFICIAL)
                .build();
        Schema next = withOneFieldMore(Result.getClassSchema());
        byte[] bytes = encode(upgraded, stack.registry().register(next), next);
        try (BareProducer producer = new BareProducer(stack)) {
            for (String topic :
                    new String[] {TopicCatalogue.RESULTS_UNITS.name(), TopicCatalogue.RESULTS_FEED.name()}) {
                int partition = EventPartitions.partitionOf(unit.event(), producer.partitions(topic));
                producer.send(topic, partition, unit.toString(), bytes);
            }
        }

        SeenResult shown = competition.awaitResult(unit, seen -> seen.version() == version + 1);

        assertThat(shown.status()).isEqualTo(ResultStatus.UNOFFICIAL);
    }

    /** A field without a default would leave the newest reader without a value for all older records. */
    @Test
    void theRegistryRefusesAVersionThatCannotReadTheLast(Stack stack) throws Exception {
        ObjectNode breaking = tree(VenueEvent.getClassSchema());
        breaking.withArray("fields").addObject().put("name", "cannotBeKnown").put("type", "string");
        assertThat(stack.registry().incompatibilities(new Schema.Parser().parse(breaking.toString())))
                .isNotEmpty();
        URI versions = URI.create(stack.infrastructure().registryAddress() + "/subjects/"
                + VenueEvent.getClassSchema().getFullName() + "/versions");
        String body = new JsonMapper()
                .createObjectNode()
                .put("schema", breaking.toString())
                .toString();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest register = HttpRequest.newBuilder(versions)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(register, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(409);
        }
    }

    private static Result newest(UnitKey unit, Stack stack) {
        WireDecoder<Result> decoder = WireDecoder.of(Result.class, stack.registry());
        byte[] bytes = Feed.read(TopicCatalogue.RESULTS_FEED.name(), stack).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(unit.toString()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .value();
        return ((Decoded.Message<Result>) decoder.decode(bytes)).value();
    }

    private static void send(VenueEvent event, int id, Schema schema, Stack stack) throws Exception {
        String topic =
                TopicCatalogue.venueEvents(VenueCode.parse(event.getVenue())).name();
        UnitKey unit = UnitKey.of(event.getCompetition(), event.getUnit());
        try (BareProducer producer = new BareProducer(stack)) {
            int partition = EventPartitions.partitionOf(unit.event(), producer.partitions(topic));
            producer.send(topic, partition, unit.event().toString(), encode(event, id, schema));
        }
    }

    /** The record as the next version's own program would write it, with a value in the field that is new. */
    private static byte[] encode(SpecificRecord record, int id, Schema next) throws IOException {
        ByteArrayOutputStream known = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(known, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        GenericRecord upgraded = new GenericDatumReader<GenericRecord>(record.getSchema(), next)
                .read(null, DecoderFactory.get().binaryDecoder(known.toByteArray(), null));
        upgraded.put("addedLater", "what nobody reads yet");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        BinaryEncoder whole = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(next).write(upgraded, whole);
        whole.flush();
        return bytes.toByteArray();
    }

    private static Schema withOneFieldMore(Schema schema) throws IOException {
        ObjectNode tree = tree(schema);
        ObjectNode field = tree.withArray("fields").addObject().put("name", "addedLater");
        field.putArray("type").add("null").add("string");
        field.putNull("default");
        return new Schema.Parser().parse(tree.toString());
    }

    private static ObjectNode tree(Schema schema) throws IOException {
        return (ObjectNode) new JsonMapper().readTree(schema.toString());
    }
}
