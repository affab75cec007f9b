package org.podium.streams.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.podium.model.id.SourceId;
import org.podium.model.wire.Change;
import org.podium.model.wire.ChangeKind;
import org.podium.model.wire.Result;
import org.podium.model.wire.ResultLine;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.fold.Cause;
import org.podium.streams.fold.UnitView;
import org.podium.streams.validate.Definition;

/**
 * What a result says, without which version it is and what brought it about. Two results with the same content are the
 * same to a reader, so that the second one is not published.
 *
 * @param source in charge
 */
public record Content(Definition definition, UnitView view, SourceId source, List<ResultLine> lines) {

    private static final Change NO_CHANGE = new Change(ChangeKind.UNKNOWN, null, null, null, null);

    /**
     * Ranks the unit.
     *
     * @throws ArithmeticException when its marks cannot be added up
     */
    public static Content of(Definition definition, UnitView view, SourceId source) {
        UnitDefinition message = definition.message();
        boolean official = view.status() == ResultStatus.OFFICIAL;
        List<Integer> medals = official && message.getMedalEvent() ? message.getMedals() : List.of();
        return new Content(definition, view, source, Lines.of(view, definition.rule(), medals));
    }

    /** A digest that two contents share if they say the same. */
    public byte[] digest() {
        MessageDigest digest = sha256();
        BinaryEncoder encoder = EncoderFactory.get()
                .binaryEncoder(new DigestOutputStream(OutputStream.nullOutputStream(), digest), null);
        try {
            new SpecificDatumWriter<Result>(Result.getClassSchema(), SpecificData.getForClass(Result.class))
                    .write(result(0, Instant.EPOCH, Instant.EPOCH, NO_CHANGE), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to nowhere failed", e);
        }
        return digest.digest();
    }

    /** The result as it is published. */
    public Result version(long version, Cause cause) {
        return result(
                version,
                cause.venueTime(),
                cause.takenAt(),
                new Change(cause.kind(), cause.competitor(), cause.source(), cause.sequence(), cause.reason()));
    }

    private Result result(long version, Instant venueTime, Instant takenAt, Change change) {
        UnitDefinition message = definition.message();
        return new Result(
                message.getCompetition(),
                message.getUnit(),
                message.getFeed(),
                version,
                message.getDisciplineName(),
                message.getEventName(),
                message.getUnitName(),
                message.getVenue(),
                message.getVenueName(),
                message.getScheduledStart(),
                message.getMedalEvent(),
                view.status(),
                view.scheduleStatus(),
                source.value(),
                venueTime,
                takenAt,
                change,
                List.copyOf(view.flags()),
                lines);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
