package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry.RegistryUnavailableException;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.RegistryInMemory;
import org.podium.streams.bench.Voice;

/** What waits, for how long, and what is counted of it. */
class WaitingTest {

    private static final Voice TIMING = Voice.timing();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private TopologyBench bench = new TopologyBench();

    @AfterEach
    void closeBench() {
        bench.close();
    }

    @Test
    void anEventBeforeItsDefinitionIsParkedAndAppliedWhenItComes() {
        VenueEvent list = TIMING.startList(1, "C1", "C2");
        bench.send(list);

        RejectedEvent report = bench.rejects().getFirst();
        assertThat(report.getDisposition()).isEqualTo(Disposition.PARKED);
        assertThat(report.getReason()).isEqualTo(RejectReason.NO_DEFINITION);
        assertThat(report.getOriginalValue().array()).isEqualTo(bench.encode(list));
        assertThat(gauge("podium.streams.parked")).isEqualTo(1);

        bench.define(Entries.sprint(Voice.FINAL));
        assertThat(bench.newest().getChange().getSequence()).isEqualTo(1);
        assertThat(gauge("podium.streams.parked")).isZero();
    }

    @Test
    void parkingIsBoundedForEachUnit() {
        parking(new TopologySettings.Parking(2, 100, 1 << 20));

        bench.send(
                TIMING.startList(1, "C1"),
                TIMING.status(2, ResultStatus.START_LIST),
                TIMING.status(3, ResultStatus.LIVE));
        bench.send(TIMING.about(Voice.OTHER_FINAL).startList(1, "C1"));

        assertThat(bench.reasons())
                .containsExactly(
                        RejectReason.NO_DEFINITION,
                        RejectReason.NO_DEFINITION,
                        RejectReason.PARKING_FULL,
                        RejectReason.NO_DEFINITION);
    }

    @Test
    void parkingIsBoundedForAllUnitsTogetherAndFreedByADefinition() {
        parking(new TopologySettings.Parking(100, 1, 1 << 20));

        bench.send(TIMING.startList(1, "C1"), TIMING.about(Voice.OTHER_FINAL).startList(1, "C1"));
        bench.define(Entries.sprint(Voice.FINAL));
        bench.send(TIMING.about(Voice.OTHER_FINAL).startList(1, "C1"));

        assertThat(bench.reasons())
                .containsExactly(RejectReason.NO_DEFINITION, RejectReason.PARKING_FULL, RejectReason.NO_DEFINITION);
    }

    @Test
    void parkingIsBoundedInBytes() {
        parking(new TopologySettings.Parking(100, 100, 10));

        bench.send(TIMING.startList(1, "C1"));

        assertThat(bench.rejects())
                .extracting(RejectedEvent::getDisposition, RejectedEvent::getReason)
                .containsExactly(tuple(Disposition.REJECTED, RejectReason.PARKING_FULL));
    }

    @Test
    void eventsAboveAGapAreCountedUntilItIsFilled() {
        bench.define(Entries.sprint(Voice.FINAL));
        bench.send(TIMING.status(2, ResultStatus.START_LIST), TIMING.status(3, ResultStatus.LIVE));
        assertThat(gauge("podium.streams.held")).isEqualTo(2);

        bench.send(TIMING.startList(1, "C1", "C2"));
        assertThat(gauge("podium.streams.held")).isZero();
    }

    @Test
    void whatWasTakenIsCountedAndWhatWasRejectedIsNot() {
        bench.define(Entries.sprint(Voice.FINAL));
        bench.send(TIMING.startList(1, "C1"), TIMING.startList(1, "C1"), TIMING.status(2, ResultStatus.OFFICIAL));

        assertThat(bench.meters.get("podium.streams.accepted").counter().count())
                .isEqualTo(1);
    }

    @Test
    void atLeastOnceADuplicateSendsTheNewestResultAgain() {
        TopologySettings usual = TopologyBench.SETTINGS;
        replaceBench(new TopologySettings(
                usual.topics(),
                usual.partitions(),
                usual.feed(),
                usual.limits(),
                usual.parking(),
                usual.decodedBytes(),
                true,
                usual.catalogue(),
                usual.registryPatience()));
        bench.define(Entries.sprint(Voice.FINAL));
        VenueEvent live = TIMING.status(2, ResultStatus.START_LIST);
        bench.send(TIMING.startList(1, "C1", "C2"), live);
        Result newest = bench.newest();

        bench.send(live);

        assertThat(bench.newest()).isEqualTo(newest);
        assertThat(bench.results()).extracting(Result::getVersion).endsWith(newest.getVersion(), newest.getVersion());
    }

    @Test
    void aKnownSchemaIsReadWhileTheRegistryIsAway() {
        bench.define(Entries.sprint(Voice.FINAL));
        bench.registry.goAway();

        bench.send(TIMING.startList(1, "C1", "C2"));
        bench.registry.comeBack();

        assertThat(bench.newest().getVersion()).isEqualTo(1);
    }

    @Test
    void aNewSchemaWaitsUntilTheRegistryIsBack() {
        RegistryInMemory registry = RegistryInMemory.withAllSchemas();
        byte[] event = WireEncoder.of(VenueEvent.class, registry).encode(TIMING.takeover(1));
        WireDecoder<VenueEvent> decoder = WireDecoder.of(VenueEvent.class, registry);
        byte[] newId = event.clone();
        newId[4] = 99;
        registry.goAway();
        List<Duration> pauses = new ArrayList<>();
        PatientReader<VenueEvent> reader = new PatientReader<>(decoder, PATIENCE, pause -> {
            pauses.add(pause);
            if (pauses.size() == 3) {
                registry.comeBack();
            }
        });

        assertThat(reader.read(event, "here")).isInstanceOf(Decoded.Message.class);
        assertThat(pauses).isEmpty();
        assertThat(reader.read(newId, "here"))
                .isInstanceOfSatisfying(
                        Decoded.Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Decoded.Reason.UNKNOWN_SCHEMA));
        assertThat(pauses).hasSize(3);
    }

    @Test
    void patienceEnds() {
        RegistryInMemory registry = RegistryInMemory.withAllSchemas();
        byte[] event = WireEncoder.of(VenueEvent.class, registry).encode(TIMING.takeover(1));
        event[4] = 99;
        WireDecoder<VenueEvent> decoder = WireDecoder.of(VenueEvent.class, registry);
        registry.goAway();
        List<Duration> pauses = new ArrayList<>();
        PatientReader<VenueEvent> reader = new PatientReader<>(decoder, PATIENCE, pauses::add);

        assertThatThrownBy(() -> reader.read(event, "here")).isInstanceOf(RegistryUnavailableException.class);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(PATIENCE);
    }

    private void parking(TopologySettings.Parking parking) {
        TopologySettings usual = TopologyBench.SETTINGS;
        replaceBench(new TopologySettings(
                usual.topics(),
                usual.partitions(),
                usual.feed(),
                usual.limits(),
                parking,
                usual.decodedBytes(),
                usual.repeatOnDuplicate(),
                usual.catalogue(),
                usual.registryPatience()));
    }

    private void replaceBench(TopologySettings settings) {
        bench.close();
        bench = new TopologyBench(settings);
    }

    private double gauge(String name) {
        MeterRegistry meters = bench.meters;
        return meters.get(name).gauge().value();
    }
}
