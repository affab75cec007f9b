package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RecordList;
import org.podium.model.wire.RecordMark;

class RecordListJsonTest {

    private static final String GOOD = """
            {
              "competition": "OG2024",
              "event": "ATHM100M--------------",
              "kind": "TIME",
              "windLimit": "2.0",
              "marks": [
                {"type": "WR", "mark": "9.58", "holder": "SIMULATED Holder", "place": "Berlin", "date": "2009-08-16"},
                {"type": "NR", "mark": "9.80", "organisations": ["XAA"]},
                {"type": "PB", "mark": "9.85", "competitor": "X17"}
              ]
            }
            """;

    @Test
    void readsAListInItsOrder() {
        RecordList list = valid(GOOD).getFirst();

        assertThat(list.getEvent()).isEqualTo("ATHM100M--------------");
        assertThat(list.getFeed()).isEqualTo(FeedFlag.PRODUCTION);
        assertThat(list.getKind()).isEqualTo(MarkKind.TIME);
        assertThat(list.getWindLimit()).isEqualTo(2_000_000);
        assertThat(list.getMarks()).extracting(RecordMark::getType).containsExactly("WR", "NR", "PB");
        assertThat(list.getMarks().getFirst().getMark()).isEqualTo(9_580_000);
        assertThat(list.getMarks().get(1).getOrganisations()).containsExactly("XAA");
        assertThat(list.getMarks().get(2).getCompetitor()).isEqualTo("X17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"WR\"'                  | '\"world\"'          | INVALID_TEXT     | marks[0].type             | 7",
                "'9.58'                    | '0'                  | INVALID_QUANTITY | marks[0].mark             | 7",
                "'2009-08-16'              | '16 August'          | INVALID_TIME     | marks[0].date             | 7",
                "'\"XAA\"'                 | '\"X1\"'             | INVALID_TEXT     | marks[1].organisations[0] | 8",
                "'ATHM100M--------------'  | 'ATHM100M'           | INVALID_RSC      | event                     | 3",
                "'2.0'                     | 'strong'             | INVALID_QUANTITY | windLimit                 | 5",
                "'\"holder\"'              | '\"holdr\"'          | UNKNOWN_FIELD    | marks[0].holdr            | 7",
                "'\"kind\": \"TIME\",'     | ''                   | MISSING_FIELD    | kind                      | 1"
            })
    void refusesAMistakeWithItsLine(String text, String replacement, Reason reason, String field, long line) {
        assertThat(refused(GOOD.replace(text, replacement))).anySatisfy(problem -> {
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void reportsSeveralMistakesTogether() {
        assertThat(refused(GOOD.replace("9.58", "fast").replace("9.85", "-1"))).hasSize(2);
    }

    private static List<RecordList> valid(String text) {
        return switch (DefinitionsJson.parse(text)) {
            case Definitions.Valid valid -> valid.records();
            case Definitions.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static List<Problem> refused(String text) {
        return switch (DefinitionsJson.parse(text)) {
            case Definitions.Valid valid -> throw new AssertionError(valid);
            case Definitions.Refused refused -> refused.problems();
        };
    }
}
