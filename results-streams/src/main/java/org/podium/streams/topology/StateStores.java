package org.podium.streams.topology;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores, by name. Their names are those of their changelogs: a changed name strands what is stored. */
final class StateStores {

    /** Definitions as they were read, by unit. */
    static final String DEFINITIONS = "definitions";

    /** Definitions of events as they were read, by event. Filled by the organiser: empty, an event has no phases. */
    static final String EVENT_DEFINITIONS = "event-definitions";

    /** State of units, by unit. */
    static final String UNITS = "units";

    /** Records that wait for a definition, by unit and number; and how many there are. */
    static final String PARKED = "parked";

    /** What events gave and showed last, by event. */
    static final String EVENTS = "events";

    /** Lists of records, by event, and marks that are records, by event and unit. */
    static final String RECORDS = "records";

    /** Medal tables, by competition. */
    static final String MEDALS = "medals";

    /**
     * Small segments, so that what was overwritten can be cleaned soon: after a crash under exactly-once a task reads
     * its whole changelog before it goes on.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(16 << 20),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.2");

    private StateStores() {}

    static Set<StoreBuilder<?>> ofUnits() {
        return Set.of(
                store(DEFINITIONS),
                store(EVENT_DEFINITIONS),
                store(UNITS),
                store(PARKED),
                store(EVENTS),
                store(RECORDS));
    }

    static Set<StoreBuilder<?>> ofMedals() {
        return Set.of(store(MEDALS));
    }

    /** On disk, so that the process keeps its id, and with it its transactions, over a restart. */
    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }
}
