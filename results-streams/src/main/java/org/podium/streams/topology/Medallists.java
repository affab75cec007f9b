package org.podium.streams.topology;

import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Result;
import org.podium.streams.medals.EventMedals;
import org.podium.streams.state.StoredCodec;
import org.podium.streams.stored.StoredEvent;

/** The medallists of the events of one partition. */
final class Medallists {

    private final KeyValueStore<String, byte[]> store;
    private final StoredCodec<StoredEvent> codec = new StoredCodec<>(StoredEvent.class);

    Medallists(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Takes what a result gives; the event as it is then, empty when nothing changed. */
    Optional<EventResult> replace(EventKey event, Result result) {
        byte @Nullable [] stored = store.get(event.toString());
        Optional<StoredEvent> changed =
                EventMedals.replace(stored == null ? EventMedals.NONE : codec.decode(stored), result);
        changed.ifPresent(now -> store.put(event.toString(), codec.encode(now)));
        return changed.map(now -> EventMedals.published(event, now, result));
    }
}
