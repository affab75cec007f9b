package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.RejectReason;

/** The page for those who have to mend a file explains every reason, and its examples are what it says they are. */
class FormatDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");
    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```json\\n(.*?)^```$");

    private final String page = page();

    @Test
    void explainsEveryReasonOfALineAndNoOther() {
        assertThat(rowsAfter("## Lines that are refused"))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Enum::name).toList());
    }

    @Test
    void explainsEveryReasonOfTheRejectsAndNoOther() {
        assertThat(rowsAfter("## Events that are rejected, flagged or parked"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RejectReason.values())
                        .filter(reason -> reason != RejectReason.UNKNOWN)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void givesExamplesThatAreValid() {
        List<String> lines = EXAMPLES.matcher(page)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(VenueEventJson.parse(1, line)).isInstanceOf(EventLine.Valid.class));
    }

    private List<String> rowsAfter(String heading) {
        int from = page.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        int next = page.indexOf("\n## ", from);
        String section = page.substring(from, next < 0 ? page.length() : next);
        Stream<String> rows = ROW.matcher(section).results().map(row -> row.group(1));
        return rows.toList();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/venue-events.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
