package org.podium.streams.topology;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.backlog.Together;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.validate.SourceRecord;

/**
 * The one stage that all units of an event meet in. Hands each record to the {@link UnitTask} of its partition, which
 * exists from {@code init} to {@code close}.
 */
final class UnitStage implements Processor<byte[], byte[], String, Emission> {

    /** Makes the stages of one process; they share what they read with. */
    static final class Supplier implements ProcessorSupplier<byte[], byte[], String, Emission> {

        final TopologySettings settings;
        final TopologyMetrics metrics;
        final PatientReader<VenueEvent> events;
        final PatientReader<UnitDefinition> definitions;
        final PatientReader<EventDefinition> eventDefinitions;
        final PatientReader<RecordList> records;
        final WireEncoder<Result> results;
        final WireEncoder<EventResult> eventResults;
        final CommitPace pace;

        Supplier(TopologySettings settings, SchemaRegistry registry, TopologyMetrics metrics, CommitPace pace) {
            this.settings = settings;
            this.metrics = metrics;
            this.pace = pace;
            this.events = new PatientReader<>(WireDecoder.of(VenueEvent.class, registry), settings.registryPatience());
            this.definitions =
                    new PatientReader<>(WireDecoder.of(UnitDefinition.class, registry), settings.registryPatience());
            this.eventDefinitions =
                    new PatientReader<>(WireDecoder.of(EventDefinition.class, registry), settings.registryPatience());
            this.records = new PatientReader<>(WireDecoder.of(RecordList.class, registry), settings.registryPatience());
            this.results = WireEncoder.of(Result.class, registry);
            this.eventResults = WireEncoder.of(EventResult.class, registry);
        }

        @Override
        public Processor<byte[], byte[], String, Emission> get() {
            return new UnitStage(this);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return StateStores.ofUnits();
        }
    }

    private final Supplier shared;
    private @Nullable ProcessorContext<String, Emission> context;
    private @Nullable UnitTask task;

    private UnitStage(Supplier shared) {
        this.shared = shared;
    }

    @Override
    public void init(ProcessorContext<String, Emission> taskContext) {
        context = taskContext;
        task = new UnitTask(taskContext, shared);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<String, Emission> here = Objects.requireNonNull(context);
        RecordMetadata read = here.recordMetadata().orElseThrow();
        UnitTask units = Objects.requireNonNull(task);
        if (Together.isIn(record.headers())) {
            units.takeTogether(Together.read(record.value()).stream()
                    .map(one -> new SourceRecord(
                            read.topic(),
                            read.partition(),
                            one.offset(),
                            NotBefore1970.of(one.timestamp()),
                            one.key(),
                            one.value()))
                    .toList());
        } else {
            units.take(new SourceRecord(
                    read.topic(),
                    read.partition(),
                    read.offset(),
                    BehindLive.takenAt(read.topic(), record.timestamp()),
                    record.key(),
                    record.value()));
        }
        shared.pace.worked(here);
    }

    @Override
    public void close() {
        shared.pace.left(Objects.requireNonNull(context));
        Objects.requireNonNull(task).close();
    }
}
