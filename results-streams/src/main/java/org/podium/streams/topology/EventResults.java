package org.podium.streams.topology;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.Result;
import org.podium.streams.event.Outcome;
import org.podium.streams.fold.Cause;
import org.podium.streams.medals.EventMedals;
import org.podium.streams.publish.EventContent;
import org.podium.streams.state.StoredCodec;
import org.podium.streams.stored.StoredEvent;
import org.podium.streams.stored.StoredUnitMedals;

/** What the world sees of the events of one partition: which version, and which medals each unit gives. */
final class EventResults {

    private final KeyValueStore<String, byte[]> store;
    private final StoredCodec<StoredEvent> codec = new StoredCodec<>(StoredEvent.class);

    EventResults(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * Takes new results of an event's units, and what follows from them.
     *
     * @param outcome what follows for the event now
     * @param outcomeChanged false when that is what followed before, so that nothing but medals can differ
     * @return the event as it is then; empty when the world sees no difference
     */
    Optional<EventResult> take(
            EventKey event,
            EventContent.Names names,
            List<Result> results,
            Outcome outcome,
            boolean outcomeChanged,
            Cause cause) {
        byte @Nullable [] stored = store.get(event.toString());
        StoredEvent before = stored == null ? EventMedals.NONE : codec.decode(stored);
        List<StoredUnitMedals> medals = EventMedals.replace(before.getUnits(), results);
        if (!outcomeChanged && medals.equals(before.getUnits())) {
            return Optional.empty();
        }
        EventContent content = new EventContent(event, names, EventMedals.medallists(medals), outcome);
        ByteBuffer digest = ByteBuffer.wrap(content.digest());
        boolean seen = digest.equals(before.getDigest());
        long version = before.getVersion() + (seen ? 0 : 1);
        store.put(event.toString(), codec.encode(new StoredEvent(version, medals, digest)));
        return seen ? Optional.empty() : Optional.of(content.version(version, cause));
    }
}
