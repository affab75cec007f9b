package org.podium.lab.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.lab.conformance.SchemasInMemory;
import org.podium.lab.verdict.EventVerdict;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventLine;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.PhaseLine;
import org.podium.model.wire.PhaseResult;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.topology.ResultsTopology;
import org.podium.streams.topology.TopologyMetrics;
import org.podium.streams.topology.TopologySettings;

/** The topology makes of each recorded event's units the qualification and the ranking that there really were. */
class RecordedEventsTest {

    @TempDir
    Path directory;

    static List<RecordedEvent> all() {
        return Recordings.loadEvents();
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesToTheRecordedQualificationAndRanking(RecordedEvent event) {
        assertThat(play(event, true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesToTheSameWhenTheEventIsDefinedLast(RecordedEvent event) {
        assertThat(play(event, false)).isEmpty();
    }

    private List<String> play(RecordedEvent event, boolean definedFirst) {
        List<String> units = event.definition().getPhases().stream()
                .flatMap(phase -> phase.getUnits().stream())
                .map(unit -> unit.getUnit())
                .toList();
        List<Recording> recordings = Recordings.load().stream()
                .filter(recording -> units.contains(recording.definition().getUnit()))
                .toList();
        TopicCatalogue topics = new TopicCatalogue(recordings.stream()
                .map(recording -> VenueCode.parse(recording.definition().getVenue()))
                .toList());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "recorded-events");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                directory.resolve(Boolean.toString(definedFirst)).toString());
        SchemasInMemory registry = new SchemasInMemory(topics);
        try (TopologyTestDriver driver = new TopologyTestDriver(
                new ResultsTopology(
                                TopologySettings.usual(topics, 1, FeedFlag.PRODUCTION),
                                registry,
                                new TopologyMetrics(new SimpleMeterRegistry(), Clock.systemUTC()))
                        .build(properties),
                properties)) {
            WireEncoder<UnitDefinition> unitDefinitions = WireEncoder.of(UnitDefinition.class, registry);
            WireEncoder<VenueEvent> events = WireEncoder.of(VenueEvent.class, registry);
            String key = event.definition().getCompetition() + "/"
                    + event.definition().getEvent();
            byte[] definition = WireEncoder.of(EventDefinition.class, registry).encode(event.definition());
            if (definedFirst) {
                send(driver, TopicCatalogue.REFERENCE_EVENTS.name(), key, definition);
            }
            recordings.forEach(recording -> send(
                    driver,
                    TopicCatalogue.REFERENCE_UNITS.name(),
                    recording.definition().getCompetition() + "/"
                            + recording.definition().getUnit(),
                    unitDefinitions.encode(recording.definition())));
            recordings.forEach(recording -> recording
                    .events()
                    .forEach(said -> send(driver, "venue." + said.getVenue() + ".events", key, events.encode(said))));
            if (!definedFirst) {
                send(driver, TopicCatalogue.REFERENCE_EVENTS.name(), key, definition);
            }
            return EventVerdict.differences(
                    event, document(driver, registry), marks(read(driver, registry, "results.feed", Result.class)));
        }
    }

    private static void send(TopologyTestDriver driver, String topic, String key, byte[] value) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, Instant.EPOCH));
    }

    private static <T extends SpecificRecord> List<T> read(
            TopologyTestDriver driver, SchemasInMemory registry, String topic, Class<T> type) {
        WireDecoder<T> decoder = WireDecoder.of(type, registry);
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(bytes -> ((Decoded.Message<T>) decoder.decode(bytes)).value())
                .toList();
    }

    private static Map<String, Map<String, String>> marks(List<Result> results) {
        Map<String, Map<String, String>> marks = new HashMap<>();
        for (Result result : results) {
            Map<String, String> ofUnit = new TreeMap<>();
            for (ResultLine line : result.getLines()) {
                if (line.getQualification() != null) {
                    ofUnit.put(line.getCompetitor(), line.getQualification());
                }
            }
            marks.put(result.getUnit(), ofUnit);
        }
        return marks;
    }

    /** The newest version, as far as the verdict looks at it. */
    private static ObjectNode document(TopologyTestDriver driver, SchemasInMemory registry) {
        EventResult newest =
                read(driver, registry, "results.events", EventResult.class).getLast();
        ObjectNode json = new JsonMapper().createObjectNode();
        ArrayNode phases = json.putArray("phases");
        for (PhaseResult phase : newest.getPhases()) {
            ArrayNode lines = phases.addObject().put("code", phase.getCode()).putArray("lines");
            for (PhaseLine line : phase.getLines()) {
                ObjectNode one = lines.addObject().put("competitor", line.getCompetitor());
                if (line.getQualification() != null) {
                    one.put("qualification", line.getQualification());
                }
            }
        }
        ArrayNode ranking = json.putArray("ranking");
        for (EventLine line : newest.getRanking()) {
            ObjectNode one =
                    ranking.addObject().put("competitor", line.getCompetitor()).put("rankEqual", line.getRankEqual());
            if (line.getRank() != null) {
                one.put("rank", line.getRank());
            }
        }
        return json;
    }
}
