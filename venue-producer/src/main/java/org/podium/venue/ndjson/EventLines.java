package org.podium.venue.ndjson;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of venue events, one by one as they arrive. Empty lines are passed over, as are a byte order
 * mark at the start and carriage returns at the ends of lines, which editors on Windows leave.
 */
public final class EventLines implements Closeable {

    /**
     * Longer lines are not held in memory. Far above the largest message, so that the agent can still say which event
     * it was.
     */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final int mostBytes;
    private long number;

    /** Reads lines of at most {@link #MOST_BYTES}. */
    public EventLines(InputStream in) {
        this(in, MOST_BYTES);
    }

    EventLines(InputStream in, int mostBytes) {
        this.in = new BufferedInputStream(in);
        this.mostBytes = mostBytes;
    }

    /** The next line that is not empty, waiting for it to arrive; null at the end of the stream. */
    public @Nullable EventLine next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            long length = readLine(bytes);
            if (length < 0) {
                return null;
            }
            number++;
            if (length > mostBytes) {
                return refused(
                        Reason.LINE_TOO_LONG,
                        "the line has %d bytes, more than the %d that are read; is this a file of venue events, one a line?"
                                .formatted(length, mostBytes));
            }
            String line = decode(bytes.toByteArray());
            if (line == null) {
                return refused(
                        Reason.NOT_UTF8,
                        "the line is not UTF-8; save the file with the encoding UTF-8, often a choice in \"save as\"");
            }
            if (!line.isBlank()) {
                return VenueEventJson.parse(number, line);
            }
        }
    }

    /**
     * Reads to the end of a line; its length, of which no more than is allowed is kept; -1 at the end of the stream.
     */
    private long readLine(ByteArrayOutputStream kept) throws IOException {
        long length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return length == 0 ? -1 : length;
            }
            if (++length <= mostBytes) {
                kept.write(next);
            }
        }
        return length;
    }

    private @Nullable String decode(byte[] bytes) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return number == 1 && line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private EventLine refused(Reason reason, String sentence) {
        return new EventLine.Refused(number, List.of(new Problem(reason, "", number, 1, sentence)));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
