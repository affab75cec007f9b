package org.podium.streams.topology;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.MedalStanding;
import org.podium.streams.commit.CommitPace;
import org.podium.streams.medals.MedalTable;
import org.podium.streams.state.StoredCodec;
import org.podium.streams.stored.StoredMedalTable;

/** The stage that all events of a competition meet in: takes the medallists of an event into the medal table. */
final class MedalStage implements Processor<String, EventResult, String, MedalStanding> {

    /** Makes the stages of one process. */
    static final class Supplier implements ProcessorSupplier<String, EventResult, String, MedalStanding> {

        private final CommitPace pace;

        Supplier(CommitPace pace) {
            this.pace = pace;
        }

        @Override
        public Processor<String, EventResult, String, MedalStanding> get() {
            return new MedalStage(pace);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return StateStores.ofMedals();
        }
    }

    private final StoredCodec<StoredMedalTable> codec = new StoredCodec<>(StoredMedalTable.class);
    private final CommitPace pace;
    private @Nullable ProcessorContext<String, MedalStanding> context;

    private MedalStage(CommitPace pace) {
        this.pace = pace;
    }

    @Override
    public void init(ProcessorContext<String, MedalStanding> taskContext) {
        context = taskContext;
    }

    @Override
    public void process(Record<String, EventResult> event) {
        ProcessorContext<String, MedalStanding> task = Objects.requireNonNull(context);
        KeyValueStore<String, byte[]> tables = task.getStateStore(StateStores.MEDALS);
        byte @Nullable [] stored = tables.get(event.key());
        MedalTable.Update update =
                MedalTable.replace(stored == null ? MedalTable.EMPTY : codec.decode(stored), event.value());
        tables.put(event.key(), codec.encode(update.table()));
        for (MedalStanding standing : update.changed()) {
            task.forward(event.withKey(standing.getCompetition() + "/" + standing.getOrganisation())
                    .withValue(standing));
        }
        pace.worked(task);
    }

    @Override
    public void close() {
        pace.left(Objects.requireNonNull(context));
    }
}
