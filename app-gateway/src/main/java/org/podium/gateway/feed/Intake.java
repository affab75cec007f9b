package org.podium.gateway.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Subject;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.topic.TopicCatalogue;

/** Puts records on a board. */
final class Intake {

    private final Board board;
    private final RecordReader reader;

    Intake(Board board, RecordReader reader) {
        this.board = board;
        this.reader = reader;
    }

    /**
     * Takes a record.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when its schema has not been seen and the registry does not
     *     answer
     */
    void take(ConsumerRecord<byte[], byte[]> source) {
        if (!source.topic().equals(TopicCatalogue.REFERENCE_UNITS.name())) {
            reader.version(source).ifPresent(board::apply);
        } else if (source.value() == null) {
            forget(source);
        } else {
            reader.definition(source).ifPresent(board::define);
        }
    }

    /** A tombstone: only the definition of a unit that never had a result is ever removed. */
    private void forget(ConsumerRecord<byte[], ?> source) {
        try {
            board.undefine(Subject.of(UnitKey.parse(new String(source.key(), StandardCharsets.UTF_8))));
        } catch (InvalidIdException e) {
            reader.skip(source, "MALFORMED", String.valueOf(e.getMessage()));
        }
    }
}
