package org.podium.streams.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.podium.model.serde.MemoryEncoder;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultFlag;

/**
 * Writes what of a result comes before its lines in Avro binary, field by field: Avro generates no code for a record
 * that has times, and writing it by its schema takes longer than ranking the unit. For use by one thread.
 */
final class ResultHead {

    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    private final MemoryEncoder encoder = new MemoryEncoder(1_024);

    /**
     * All up to the lines.
     *
     * @param change in Avro binary, which stands in the place of that of the result
     */
    byte[] encode(Result result, byte[] change) {
        return encoder.encode(to -> write(result, change, to));
    }

    private static void write(Result result, byte[] change, BinaryEncoder to) throws IOException {
        to.writeString(result.getCompetition());
        to.writeString(result.getUnit());
        to.writeEnum(LineEncoder.index(result.getFeed()));
        to.writeLong(result.getVersion());
        to.writeString(result.getDisciplineName());
        to.writeString(result.getEventName());
        to.writeString(result.getUnitName());
        to.writeString(result.getVenue());
        to.writeString(result.getVenueName());
        to.writeLong(micros(result.getScheduledStart()));
        to.writeBoolean(result.getMedalEvent());
        LineEncoder.writeSymbol(result.getStatus(), to);
        LineEncoder.writeSymbol(result.getScheduleStatus(), to);
        to.writeString(result.getSource());
        to.writeLong(micros(result.getVenueTime()));
        to.writeLong(result.getTakenAt().toEpochMilli());
        to.writeFixed(change);
        write(result.getFlags(), to);
    }

    private static void write(List<ResultFlag> flags, BinaryEncoder to) throws IOException {
        to.writeArrayStart();
        to.setItemCount(flags.size());
        for (ResultFlag flag : flags) {
            to.startItem();
            to.writeEnum(LineEncoder.index(flag));
        }
        to.writeArrayEnd();
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / NANOS);
    }
}
