package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.VenueEvent;

class EventLinesTest {

    private static final String GOOD = BadLine.MARK;

    @Test
    void numbersLinesAndPassesOverEmptyOnes() throws IOException {
        assertThat(summaries("\n" + GOOD + "\n\n  \t\n" + GOOD + "\n")).containsExactly("2 valid", "5 valid");
    }

    @Test
    void readsOnAfterEachBadLine() throws IOException {
        String text =
                BadLine.all().stream().map(bad -> bad.line() + "\n" + GOOD).collect(Collectors.joining("\n"));
        List<String> expected = new ArrayList<>();
        for (BadLine bad : BadLine.all()) {
            expected.add(expected.size() + 1 + " " + bad.reason());
            expected.add(expected.size() + 1 + " valid");
        }

        assertThat(summaries(text)).isEqualTo(expected);
    }

    @Test
    void readsFilesFromWindows() throws IOException {
        assertThat(summaries("\ufeff" + GOOD + "\r\n" + GOOD + "\r\n")).containsExactly("1 valid", "2 valid");
    }

    @Test
    void readsALastLineWithoutAnEnd() throws IOException {
        assertThat(summaries(GOOD + "\n" + GOOD)).containsExactly("1 valid", "2 valid");
    }

    @Test
    void readsNothingFromAnEmptyStream() throws IOException {
        assertThat(summaries("")).isEmpty();
    }

    @Test
    void skipsALineThatIsTooLong() throws IOException {
        String tooLong = "x".repeat(1_001);

        assertThat(summaries(GOOD + "\n" + tooLong + "\n" + GOOD + "\n" + tooLong))
                .containsExactly("1 valid", "2 LINE_TOO_LONG", "3 valid", "4 LINE_TOO_LONG");
    }

    @Test
    void readsAnEventOfFiveMegabytes() throws IOException {
        String line =
                GOOD.replace("\"kind\":\"MARK\"", "\"kind\":\"MARK\",\"reason\":\"" + "x".repeat(5_000_000) + "\"");

        try (EventLines lines = new EventLines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(lines.next()).isInstanceOf(EventLine.Valid.class);
        }
    }

    @Test
    void refusesALineInAnotherEncoding() throws IOException {
        byte[] latin = GOOD.replace("\"kind\":\"MARK\"", "\"kind\":\"MARK\",\"reason\":\"caf\u00e9\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] good = ("\n" + GOOD).getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[latin.length + good.length];
        System.arraycopy(latin, 0, both, 0, latin.length);
        System.arraycopy(good, 0, both, latin.length, good.length);

        assertThat(summaries(both)).containsExactly("1 NOT_UTF8", "2 valid");
    }

    @Test
    void yieldsALineBeforeTheNextOneArrives() throws IOException {
        try (PipedOutputStream out = new PipedOutputStream();
                EventLines lines = new EventLines(new PipedInputStream(out))) {
            out.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();

            EventLine line = lines.next(); // would wait for ever if it read ahead

            assertThat(line).isInstanceOf(EventLine.Valid.class);
        }
    }

    private static List<String> summaries(String text) throws IOException {
        return summaries(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> summaries(byte[] bytes) throws IOException {
        List<String> summaries = new ArrayList<>();
        try (EventLines lines = new EventLines(new ByteArrayInputStream(bytes), 1_000)) {
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                summaries.add(
                        switch (line) {
                            case EventLine.Valid(long number, VenueEvent event) -> number + " valid";
                            case EventLine.Refused(long number, List<Problem> problems) ->
                                number + " " + problems.getFirst().reason();
                        });
            }
        }
        return summaries;
    }
}
