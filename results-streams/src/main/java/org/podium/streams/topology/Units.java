package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.EventKey;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.publish.Lines;
import org.podium.streams.state.UnitForm;
import org.podium.streams.state.UnitParts;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.DefinitionCheck;
import org.podium.streams.validate.Envelope;
import org.podium.streams.validate.Origins;
import org.podium.streams.validate.SourceRecord;

/**
 * The units of one task: two stores, and those decoded in front of them that were used last. The stores are written
 * with every change, so that a unit can always be read again. This object lives from a processor's {@code init} to its
 * {@code close}: a task that migrates, or starts again after an aborted transaction, starts with an empty memory.
 */
final class Units {

    private final KeyValueStore<String, byte[]> definitions;
    private final KeyValueStore<String, byte[]> states;
    private final DefinitionCheck definitionCheck;
    private final PatientReader<UnitDefinition> definitionReader;
    private final PatientReader<VenueEvent> eventReader;
    private final UnitParts parts = new UnitParts(new UnitForm(this::readAgain));
    private final DecodedUnits decoded;

    Units(
            KeyValueStore<String, byte[]> definitions,
            KeyValueStore<String, byte[]> states,
            DefinitionCheck definitionCheck,
            PatientReader<UnitDefinition> definitionReader,
            PatientReader<VenueEvent> eventReader,
            long decodedBytes) {
        this.definitions = definitions;
        this.states = states;
        this.definitionCheck = definitionCheck;
        this.definitionReader = definitionReader;
        this.eventReader = eventReader;
        this.decoded = new DecodedUnits(decodedBytes);
    }

    Unit get(UnitKey key) {
        Unit known = decoded.get(key);
        if (known != null) {
            return known;
        }
        Unit loaded = load(key);
        decoded.put(key, loaded);
        return loaded;
    }

    /** Whether every unit that was asked for stays in memory for now. */
    void keepAll(boolean all) {
        decoded.keepAll(all);
    }

    /** Units of an event that have a definition, by RSC. */
    List<UnitKey> definedOf(EventKey event) {
        List<UnitKey> defined = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all =
                definitions.prefixScan(event.toString(), Serdes.String().serializer())) {
            all.forEachRemaining(unit -> defined.add(UnitKey.parse(unit.key)));
        }
        return defined;
    }

    private Unit load(UnitKey key) {
        Map<String, byte[]> stored = new HashMap<>();
        byte @Nullable [] once = states.get(key.toString());
        if (once != null) {
            stored.put("", once);
        }
        String prefix = prefix(key);
        try (KeyValueIterator<String, byte[]> all =
                states.prefixScan(prefix, Serdes.String().serializer())) {
            all.forEachRemaining(part -> stored.put(part.key.substring(prefix.length()), part.value));
        }
        Sizes sizes = new Sizes();
        stored.forEach(sizes::put);
        byte @Nullable [] definition = definitions.get(key.toString());
        sizes.defined(definition);
        return new Unit(definition(key, definition), parts.read(stored), new Lines(), sizes);
    }

    /** What the keys of a unit's parts begin with. */
    private static String prefix(UnitKey key) {
        return key + " ";
    }

    private Optional<Definition> definition(UnitKey key, byte @Nullable [] definition) {
        if (definition == null) {
            return Optional.empty();
        }
        return definitionReader.read(definition, "definition of " + key)
                        instanceof Decoded.Message<UnitDefinition>(var message)
                ? definitionCheck.again(message)
                : Optional.empty();
    }

    /**
     * What is to be stored of a unit.
     *
     * @param changed parts by name; one that is gone is null
     * @param bytes of all parts of the unit, once these are stored
     */
    record Parts(Map<String, byte @Nullable []> changed, int bytes) {}

    /** What would be stored of a unit. */
    Parts encode(Unit unit) {
        Map<String, byte @Nullable []> changed = parts.changed(unit.state());
        int bytes = unit.sizes().total();
        for (Map.Entry<String, byte @Nullable []> part : changed.entrySet()) {
            bytes += unit.sizes().difference(part.getKey(), part.getValue());
        }
        return new Parts(changed, bytes);
    }

    void store(UnitKey key, Unit unit, Parts stored) {
        stored.changed().forEach((name, part) -> {
            states.put(name.isEmpty() ? key.toString() : prefix(key) + name, part);
            unit.sizes().put(name, part);
        });
        unit.unsaid().clear();
        decoded.put(key, unit);
    }

    /** Stores a definition as it was read. */
    Unit define(Definition definition, Unit unit, SourceRecord origin) {
        UnitKey key = definition.unit();
        definitions.put(key.toString(), Objects.requireNonNull(origin.value()));
        unit.sizes().defined(origin.value());
        Unit defined = unit.defined(definition);
        decoded.put(key, defined);
        return defined;
    }

    /** Forgets a definition; the unit's events wait for another one. */
    void undefine(UnitKey key) {
        definitions.delete(key.toString());
        decoded.remove(key);
    }

    /** Reads the unit from the stores again: what was done to it in memory is void. */
    Unit reload(UnitKey key) {
        decoded.remove(key);
        return get(key);
    }

    private Envelope readAgain(SourceRecord record) {
        return switch (eventReader.read(record.value(), record.position())) {
            case Decoded.Message<VenueEvent>(VenueEvent event) ->
                Envelope.again(event, Origins.isDesk(record.topic()), record);
            case Decoded.Failure<VenueEvent> failure ->
                throw new IllegalStateException("An event that was read before, %s, cannot be read again: %s"
                        .formatted(record.position(), failure.sentence()));
        };
    }
}
