package org.podium.streams.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.UnitKey;
import org.podium.model.topic.Topic;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/** Reports as they are published. */
final class Rejects {

    /** Room for the rest of the message beside the original bytes. */
    private static final int ROOM = 16_384;

    private static final int MOST_BYTES = Topic.MAX_MESSAGE_BYTES - ROOM;

    private Rejects() {}

    static RejectedEvent of(Report report) {
        SourceRecord origin = report.origin();
        VenueEvent event = report.event();
        return new RejectedEvent(
                report.disposition(),
                report.reason(),
                report.sentence(),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                Instant.ofEpochMilli(origin.timestamp()),
                event == null ? null : event.getCompetition(),
                event == null ? null : event.getUnit(),
                event == null ? null : event.getVenue(),
                event == null ? null : event.getSource(),
                event == null ? null : (Long) event.getSequence(),
                bytes(origin.key(), ROOM / 2),
                bytes(origin.value(), MOST_BYTES));
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

    private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, most));
    }
}
