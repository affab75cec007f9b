package org.podium.venue.ndjson;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lines of a file or of a stream that is still being written to, in bounded memory. A line ends with a line feed, or at
 * the end of the stream; blank lines and a byte order mark are skipped, and a carriage return at the end of a line does
 * not matter.
 *
 * @param <T> what a line holds
 */
public final class LineSource<T> implements AutoCloseable {

    /**
     * Longest line in bytes. An event over {@link org.podium.model.topic.Topic#MAX_MESSAGE_BYTES} has to be read to be
     * reported with its sequence; sixteen times that is no event but a mistake.
     */
    public static final int MAX_LINE_BYTES = 16_777_216;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream stream;
    private final BiFunction<String, Long, ParsedLine<T>> parser;
    private long lineNumber;

    /**
     * Lines of a stream.
     *
     * @param parser makes of a line and its number what it holds, such as {@link VenueEventLines#parse}
     */
    public LineSource(InputStream stream, BiFunction<String, Long, ParsedLine<T>> parser) {
        this.stream = new BufferedInputStream(stream);
        this.parser = parser;
    }

    /**
     * What the next line holds, as soon as it is whole; empty at the end of the stream.
     *
     * @throws IOException when the stream cannot be read
     */
    public Optional<ParsedLine<T>> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            long length = 0;
            int read = stream.read();
            if (read < 0) {
                return Optional.empty();
            }
            for (; read >= 0 && read != '\n'; read = stream.read()) {
                length++;
                if (length <= MAX_LINE_BYTES) {
                    line.write(read);
                }
            }
            lineNumber++;
            if (length > MAX_LINE_BYTES) {
                return Optional.of(refused(
                        LineProblem.TOO_LONG,
                        "the line has %d bytes, and %d is the most; it was skipped. Check that each event is on a line of its own"
                                .formatted(length, MAX_LINE_BYTES)));
            }
            Optional<ParsedLine<T>> parsed = parse(line.toByteArray());
            if (parsed.isPresent()) {
                return parsed;
            }
        }
    }

    private Optional<ParsedLine<T>> parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Optional.of(refused(
                    LineProblem.NOT_UTF8, "the line has bytes that are not UTF-8; have the timing system write UTF-8"));
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return text.isBlank() ? Optional.empty() : Optional.of(parser.apply(text, lineNumber));
    }

    private ParsedLine<T> refused(LineProblem problem, String sentence) {
        return new ParsedLine.Refused<>(lineNumber, "", problem, sentence);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
