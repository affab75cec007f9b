package org.podium.gateway.feed;

import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.board.Origin;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revisions;
import org.podium.model.id.InvalidIdException;
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
 * Makes revisions of records. A record that is not what its topic promises is logged, counted and left out:
 * results-streams wrote it, or somebody with its credential, and nothing that a reader could do about it.
 */
final class RecordReader {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private final Tracks tracks;
    private final FeedFlag feed;
    private final Revisions revisions;
    private final SkipObserver skips;
    private final WireDecoder<Result> results;
    private final WireDecoder<EventResult> events;
    private final WireDecoder<MedalStanding> standings;
    private final WireDecoder<UnitDefinition> definitions;

    /** Who counts skipped records. */
    @FunctionalInterface
    interface SkipObserver {
        void skipped(String topic, String reason);
    }

    /**
     * @throws SchemaRegistry.UnknownSchemaException when a schema is not registered
     * @throws SchemaRegistry.RegistryUnavailableException when the registry does not answer
     */
    RecordReader(Tracks tracks, FeedFlag feed, Revisions revisions, SkipObserver skips, SchemaRegistry registry) {
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
     * The version that a record of a results topic brings; empty when it is skipped, or a tombstone.
     *
     * @throws SchemaRegistry.RegistryUnavailableException when its schema has not been seen and the registry does not
     *     answer
     */
    Optional<Revision> version(ConsumerRecord<byte[], byte[]> source) {
        Origin origin = tracks.origin(source.topic(), source.partition(), source.offset());
        if (source.topic().equals(TopicCatalogue.RESULTS_EVENTS.name())) {
            return decode(source, events, EventResult::getFeed, message -> revisions.of(message, origin));
        }
        if (source.topic().equals(TopicCatalogue.RESULTS_MEDALS.name())) {
            return decode(source, standings, MedalStanding::getFeed, message -> revisions.of(message, origin));
        }
        return decode(source, results, Result::getFeed, message -> revisions.of(message, origin));
    }

    /** The definition that a record of {@code reference.units} brings; empty when it is skipped, or a tombstone. */
    Optional<Revision> definition(ConsumerRecord<byte[], byte[]> source) {
        return decode(source, definitions, UnitDefinition::getFeed, revisions::of);
    }

    private <T extends SpecificRecord> Optional<Revision> decode(
            ConsumerRecord<byte[], byte[]> source,
            WireDecoder<T> decoder,
            Function<T, FeedFlag> flag,
            Function<T, Revision> revision) {
        byte @Nullable [] value = source.value();
        if (value == null) {
            return Optional.empty();
        }
        return switch (decoder.decode(value)) {
            case Decoded.Message<T>(T message)
            when flag.apply(message) != feed -> {
                skip(
                        source,
                        "WRONG_FEED",
                        "a message of the " + flag.apply(message) + " feed; this gateway serves " + feed);
                yield Optional.empty();
            }
            case Decoded.Message<T>(T message) -> {
                try {
                    yield Optional.of(revision.apply(message));
                } catch (InvalidIdException e) {
                    skip(source, "MALFORMED", String.valueOf(e.getMessage()));
                    yield Optional.empty();
                }
            }
            case Decoded.Failure<T> failure -> {
                skip(source, failure.reason().name(), failure.sentence());
                yield Optional.empty();
            }
        };
    }

    void skip(ConsumerRecord<?, ?> source, String reason, String sentence) {
        skips.skipped(source.topic(), reason);
        LOG.atWarn()
                .addKeyValue("topic", source.topic())
                .addKeyValue("partition", source.partition())
                .addKeyValue("offset", source.offset())
                .addKeyValue("reason", reason)
                .log("Skipped a record: {}", sentence);
    }
}
