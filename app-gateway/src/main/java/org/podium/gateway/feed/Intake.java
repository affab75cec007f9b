package org.podium.gateway.feed;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revisions;
import org.podium.gateway.board.Subject;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireDecoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Result;
import org.podium.model.wire.UnitDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records on a board. A record that is not what its topic promises is logged, counted and left out:
 * results-streams wrote it, or somebody with its credential, and nothing that a reader could do about it.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Board board;
    private final Tracks tracks;
    private final FeedFlag feed;
    private final Revisions revisions;
    private final SkipObserver skips;
    private final WireDecoder<Result> results;
    private final WireDecoder<EventResult> events;
    private final WireDecoder<MedalStanding> standings;
    private final WireDecoder<UnitDefinition> definitions;

    /**
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    Intake(
            Board board,
            Tracks tracks,
            FeedFlag feed,
            Revisions revisions,
            SkipObserver skips,
            SchemaRegistry registry) {
        this.board = board;
        this.tracks = tracks;
        this.feed = feed;
        this.revisions = revisions;
        this.skips = skips;
        this.results = WireDecoder.of(Result.class, registry);
        this.events = WireDecoder.of(EventResult.class, registry);
        this.standings = WireDecoder.of(MedalStanding.class, registry);
        this.definitions = WireDecoder.of(UnitDefinition.class, registry);
    }

    /**
     * Takes a record.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when its schema has not been seen and the registry does not
     *     answer
     */
    void take(ConsumerRecord<byte[], byte[]> source) {
        String topic = source.topic();
        byte @Nullable [] value = source.value();
        if (value == null) {
            forget(source);
        } else if (topic.equals(TopicCatalogue.REFERENCE_UNITS.name())) {
            decode(source, value, definitions, UnitDefinition::getFeed, message -> board.define(revisions.of(message)));
        } else if (topic.equals(TopicCatalogue.RESULTS_EVENTS.name())) {
            decode(source, value, events, EventResult::getFeed, message -> put(revisions.of(message, origin(source))));
        } else if (topic.equals(TopicCatalogue.RESULTS_MEDALS.name())) {
            decode(
                    source,
                    value,
                    standings,
                    MedalStanding::getFeed,
                    message -> put(revisions.of(message, origin(source))));
        } else {
            decode(source, value, results, Result::getFeed, message -> put(revisions.of(message, origin(source))));
        }
    }

    private void put(Revision revision) {
        board.apply(revision);
    }

    private Origin origin(ConsumerRecord<?, ?> source) {
        return tracks.origin(source.topic(), source.partition(), source.offset());
    }

    private <T extends SpecificRecord> void decode(
            ConsumerRecord<?, ?> source,
            byte[] value,
            WireDecoder<T> decoder,
            Function<T, FeedFlag> flag,
            Consumer<T> put) {
        switch (decoder.decode(value)) {
            case Decoded.Message<T>(T message)
            when flag.apply(message) != feed ->
                skip(
                        source,
                        "WRONG_FEED",
                        "a message of the " + flag.apply(message) + " feed; this gateway serves " + feed);
            case Decoded.Message<T>(T message) -> {
                try {
                    put.accept(message);
                } catch (InvalidIdException e) {
                    skip(source, "MALFORMED", String.valueOf(e.getMessage()));
                }
            }
            case Decoded.Failure<T> failure -> skip(source, failure.reason().name(), failure.sentence());
        }
    }

    /** A tombstone: only the definition of a unit that never had a result is ever removed. */
    private void forget(ConsumerRecord<byte[], ?> source) {
        if (source.topic().equals(TopicCatalogue.REFERENCE_UNITS.name())) {
            try {
                board.undefine(
                        Subject.of(UnitKey.parse(new String(source.key(), java.nio.charset.StandardCharsets.UTF_8))));
            } catch (InvalidIdException e) {
                skip(source, "MALFORMED", String.valueOf(e.getMessage()));
            }
        }
    }

    private void skip(ConsumerRecord<?, ?> source, String reason, String sentence) {
        skips.skipped(source.topic(), reason);
        LOG.atWarn()
                .addKeyValue("topic", source.topic())
                .addKeyValue("partition", source.partition())
                .addKeyValue("offset", source.offset())
                .addKeyValue("reason", reason)
                .log("Skipped a record: {}", sentence);
    }

    /** Who counts skipped records. */
    @FunctionalInterface
    public interface SkipObserver {
        void skipped(String topic, String reason);
    }
}
