package org.podium.streams.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.serde.Decoded;
import org.podium.model.topic.Topic;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/** Reports as they are published. */
final class Rejects {

    /** Longest key that is passed on, in bytes; ours have 30 characters. */
    private static final int MOST_KEY_BYTES = 8_192;

    /** Longest sentence, in characters. What a venue wrote is in some of them, and that may be as long as an event. */
    private static final int LONGEST_SENTENCE = 2_000;

    /** Longest id, in characters; every valid one is shorter. */
    private static final int LONGEST_ID = 100;

    private Rejects() {}

    static RejectedEvent of(Report report) {
        SourceRecord origin = report.origin();
        VenueEvent event = report.event();
        return new RejectedEvent(
                report.disposition(),
                report.reason(),
                cut(report.sentence(), LONGEST_SENTENCE),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                Instant.ofEpochMilli(origin.timestamp()),
                event == null ? null : cut(event.getCompetition(), LONGEST_ID),
                event == null ? null : cut(event.getUnit(), LONGEST_ID),
                event == null ? null : cut(event.getVenue(), LONGEST_ID),
                event == null ? null : cut(event.getSource(), LONGEST_ID),
                event == null ? null : (Long) event.getSequence(),
                bytes(origin.key(), MOST_KEY_BYTES),
                bytes(origin.value(), Topic.MAX_MESSAGE_BYTES));
    }

    /** The report on a record that is no message of its topic. */
    static Report undecodable(SourceRecord record, Decoded.Failure<?> failure) {
        RejectReason reason = switch (failure.reason()) {
            case NOT_AVRO -> RejectReason.NOT_AVRO;
            case UNKNOWN_SCHEMA -> RejectReason.UNKNOWN_SCHEMA;
            case WRONG_RECORD_TYPE -> RejectReason.WRONG_RECORD_TYPE;
        };
        return new Report(Disposition.REJECTED, reason, failure.sentence(), record, null);
    }

    /** The report on a removal of a definition that nothing can be found by. */
    static Report undefinable(SourceRecord record, InvalidIdException wrong) {
        return new Report(
                Disposition.REJECTED,
                RejectReason.WRONG_KEY,
                "a definition is to be removed whose key is none: " + wrong.getMessage(),
                record,
                null);
    }

    /** Key of a reject: the event's, null when it cannot be read. */
    static @Nullable String keyOf(Report report) {
        VenueEvent event = report.event();
        if (event == null) {
            return null;
        }
        try {
            return UnitKey.of(event.getCompetition(), event.getUnit()).event().toString();
        } catch (InvalidIdException e) {
            return null;
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }

    private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, most));
    }
}
