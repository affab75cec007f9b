package org.podium.venue.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.VenueCode;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry.RegistryUnavailableException;
import org.podium.model.serde.SchemaRegistry.UnknownSchemaException;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.publish.Fixtures.OneSchema;
import org.podium.venue.spool.Spool;
import org.podium.venue.spool.SpoolSettings;
import org.podium.venue.spool.Sync;
import org.podium.venue.spool.Taking;

class VenueAgentTest {

    private static final Topic TOPIC = TopicCatalogue.venueEvents(VenueCode.parse("STA"));
    private static final Instant NOW = Instant.parse("2024-08-04T19:55:01.250Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OneSchema registry = new OneSchema(VenueEvent.getClassSchema());
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @TempDir
    Path directory;

    @Test
    void publishesWhatItTookAndCountsWhatWasAcknowledged() throws InterruptedException {
        try (VenueAgent agent = agent()) {
            agent.start();
            assertThat(agent.take(Fixtures.event(1))).isEqualTo(new TakeOutcome.Taken());
            assertThat(agent.take(Fixtures.event(2))).isEqualTo(new TakeOutcome.Taken());
            assertThat(agent.flush(LONG)).isTrue();
            assertThat(agent.acknowledged()).isEqualTo(2);
            assertThat(agent.waiting()).isZero();
            assertThat(agent.stalledFor()).isZero();
        }
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(sent()).containsExactly(Fixtures.event(1), Fixtures.event(2));
        assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly("venue.STA.events");
        assertThat(kafka.history()).extracting(ProducerRecord::timestamp).containsOnly(NOW.toEpochMilli());
    }

    @Test
    void stampsAReplayedEventWithTheGivenMoment() throws InterruptedException {
        try (VenueAgent agent = agent()) {
            agent.start();
            agent.take(Fixtures.event(1), 1_234);
            agent.flush(LONG);
        }
        assertThat(kafka.history()).extracting(ProducerRecord::timestamp).containsExactly(1_234L);
    }

    @Test
    void publishesANoticeWithTheSameSequenceInPlaceOfAnEventThatIsTooLarge() throws InterruptedException {
        VenueEvent large = Fixtures.event(2, "x".repeat(5_000_000));
        try (VenueAgent agent = agent()) {
            agent.start();
            agent.take(Fixtures.event(1));
            assertThat(agent.take(large))
                    .isInstanceOfSatisfying(
                            TakeOutcome.TooLarge.class,
                            outcome -> assertThat(outcome.sentence()).contains("was not sent", "amendment of 2"));
            agent.take(Fixtures.event(3));
            agent.flush(LONG);
        }
        assertThat(sent()).extracting(VenueEvent::getSequence).containsExactly(1L, 2L, 3L);
        VenueEvent notice = sent().get(1);
        assertThat(notice.getKind()).isEqualTo(EventKind.NOTICE);
        assertThat(notice.getUnit()).isEqualTo(large.getUnit());
        assertThat(notice.getNotice().getCode()).isEqualTo("TOO_LARGE");
        assertThat(notice.getNotice().getSizeBytes()).isGreaterThan(5_000_000);
        assertThat(kafka.history())
                .allSatisfy(record -> assertThat(record.value()).hasSizeLessThan(VenueAgent.MOST_EVENT_BYTES));
    }

    @Test
    void sendsTheLargestEventAsItIs() throws InterruptedException {
        int around = WireEncoder.of(VenueEvent.class, registry).encode(Fixtures.event(1, "x".repeat(1_000_000))).length
                - 1_000_000;
        VenueEvent largest = Fixtures.event(1, "x".repeat(VenueAgent.MOST_EVENT_BYTES - around));
        try (VenueAgent agent = agent()) {
            agent.start();
            assertThat(agent.take(largest)).isEqualTo(new TakeOutcome.Taken());
            agent.flush(LONG);
        }
        assertThat(kafka.history().getFirst().value()).hasSize(VenueAgent.MOST_EVENT_BYTES);
    }

    @Test
    void needsTheRegistryOnlyAtTheStart() throws InterruptedException {
        try (VenueAgent agent = agent()) {
            registry.goAway();
            agent.start();
            assertThat(agent.take(Fixtures.event(1))).isEqualTo(new TakeOutcome.Taken());
            assertThat(agent.flush(LONG)).isTrue();
        }
    }

    @Test
    void doesNotStartWithoutTheRegistry() {
        registry.goAway();
        assertThatThrownBy(() -> start(registry)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void doesNotStartBeforeTheSchemasAreRegistered() {
        OneSchema other = new OneSchema(UnitDefinition.getClassSchema());
        assertThatThrownBy(() -> start(other)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void sendsWhatAnEarlierAgentLeft() throws InterruptedException {
        try (VenueAgent neverStarted = agent()) {
            neverStarted.take(Fixtures.event(1));
            neverStarted.take(Fixtures.event(2));
            assertThat(neverStarted.waiting()).isEqualTo(2);
            assertThat(neverStarted.flush(Duration.ZERO)).isFalse();
        }
        try (VenueAgent agent = agent()) {
            agent.start();
            assertThat(agent.flush(LONG)).isTrue();
        }
        assertThat(sent()).containsExactly(Fixtures.event(1), Fixtures.event(2));
    }

    @Test
    void refusesWhenTheSpoolIsFullAndLosesNothingThatItTook() throws InterruptedException {
        VenueEvent bulky = Fixtures.event(1, "x".repeat(500_000));
        try (VenueAgent agent = agent()) {
            long taken = 0;
            TakeOutcome outcome = agent.take(bulky);
            while (outcome instanceof TakeOutcome.Taken) {
                taken++;
                outcome = agent.take(bulky);
            }
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            TakeOutcome.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Taking.Reason.SPOOL_FULL));
            agent.start();
            assertThat(agent.flush(LONG)).isTrue();
            assertThat(agent.acknowledged()).isEqualTo(taken);
            assertThat(agent.take(bulky)).isEqualTo(new TakeOutcome.Taken());
        }
    }

    @Test
    void saysThatAnEventHasNoKeyWhenItsUnitIsNone() throws InterruptedException {
        VenueEvent wrong =
                VenueEvent.newBuilder(Fixtures.event(1)).setUnit("ATHM100M").build();
        try (VenueAgent agent = agent()) {
            assertThatThrownBy(() -> agent.take(wrong)).isInstanceOf(InvalidIdException.class);
        }
    }

    private VenueAgent agent() {
        return new VenueAgent(
                Spool.open(settings()),
                WireEncoder.of(VenueEvent.class, registry),
                TOPIC.name(),
                () -> kafka,
                InstantSource.fixed(NOW),
                heard::add);
    }

    private void start(OneSchema from) {
        VenueAgent.start(TOPIC, Map.of(), settings(), from, count -> {});
    }

    private SpoolSettings settings() {
        return new SpoolSettings(directory, TOPIC.name(), SpoolSettings.LEAST_BYTES, Sync.OPERATING_SYSTEM);
    }

    private List<VenueEvent> sent() {
        WireDecoder<VenueEvent> decoder = WireDecoder.of(VenueEvent.class, new OneSchema(VenueEvent.getClassSchema()));
        return kafka.history().stream()
                .map(record -> switch (decoder.decode(record.value())) {
                    case Decoded.Message<VenueEvent> message -> message.value();
                    case Decoded.Failure<VenueEvent> failure -> throw new AssertionError(failure.sentence());
                })
                .toList();
    }
}
