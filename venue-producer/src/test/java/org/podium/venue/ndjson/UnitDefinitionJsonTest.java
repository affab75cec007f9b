package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;

class UnitDefinitionJsonTest {

    private static final String GOOD = """
            {
              "competition": "OG2024",
              "unit": "ATHM100M--------------FNL-000100--",
              "feed": "TEST",
              "disciplineName": "Athletics",
              "eventName": "Men's 100m",
              "unitName": "Final",
              "venue": "STA",
              "venueName": "Stadium",
              "source": "TIMING-1",
              "scheduledStart": "2024-08-04T19:50:00Z",
              "scheduledEnd": "2024-08-04T20:00:00Z",
              "rule": {"name": "race-by-time", "parameters": {"shown-decimals": "2"}},
              "medalEvent": true,
              "medals": [1, 2, 3],
              "entries": [
                {"competitor": "A1", "name": "ALPHA Ann", "organisation": "XAA", "type": "PAIR", "members": ["ALPHA Ann", "ABLE Al"]}
              ]
            }
            """;

    private final VenueEventSchema schema = new VenueEventSchema();

    @Test
    void readsADefinitionOverSeveralLines() {
        UnitDefinition definition = valid(GOOD).getFirst();

        assertThat(definition.getFeed()).isEqualTo(FeedFlag.TEST);
        assertThat(definition.getScheduledStart()).isEqualTo(Instant.parse("2024-08-04T19:50:00Z"));
        assertThat(definition.getScheduledEnd()).isEqualTo(Instant.parse("2024-08-04T20:00:00Z"));
        assertThat(definition.getRule()).isEqualTo(new RankingRule("race-by-time", Map.of("shown-decimals", "2")));
        assertThat(definition.getMedalEvent()).isTrue();
        assertThat(definition.getMedals()).containsExactly(1, 2, 3);
        assertThat(definition.getEntries())
                .containsExactly(Entry.newBuilder()
                        .setCompetitor("A1")
                        .setName("ALPHA Ann")
                        .setOrganisation("XAA")
                        .setType(CompetitorType.PAIR)
                        .setMembers(List.of("ALPHA Ann", "ABLE Al"))
                        .build());
        assertThat(schema.problemsOfDefinition(GOOD)).isEmpty();
    }

    @Test
    void printsWhatItReads() {
        UnitDefinition definition = valid(GOOD).getFirst();
        String line = UnitDefinitionJson.print(definition);

        assertThat(line).doesNotContain("\n");
        assertThat(valid(line)).containsExactly(definition);
        assertThat(schema.problemsOfDefinition(line)).isEmpty();
    }

    /** The catalogue's rule is meant, which may need to know what is published. */
    @Test
    void theRuleMayBeLeftOut() {
        String without = GOOD.replaceFirst("\"rule\".*\n", "\"publishes\": \"TIME\",\n");
        UnitDefinition definition = valid(without).getFirst();

        assertThat(definition.getRule().getName()).isEmpty();
        assertThat(definition.getPublishes()).isEqualTo(MarkKind.TIME);
        assertThat(schema.problemsOfDefinition(without)).isEmpty();
        assertThat(valid(UnitDefinitionJson.print(definition))).containsExactly(definition);
        assertThat(schema.problemsOfDefinition(UnitDefinitionJson.print(definition)))
                .isEmpty();
    }

    @Test
    void readsSeveralDefinitionsOneAfterTheOther() {
        assertThat(valid(GOOD + GOOD.replace("000100", "000200")))
                .extracting(UnitDefinition::getUnit)
                .containsExactly("ATHM100M--------------FNL-000100--", "ATHM100M--------------FNL-000200--");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"Athletics\",' | '\"Athletics\" \"x\",'                | NOT_JSON      | ''                   | 5",
                "'\"unitName\"'   | '\"name\"'                           | MISSING_FIELD | unitName             | 1",
                "'\"rule\":'      | '\"Rule\":'                          | UNKNOWN_FIELD | Rule                 | 13",
                "'\"2\"}'         | '2}'                                 | WRONG_TYPE    | rule.parameters.shown-decimals | 13",
                "'true'           | '\"yes\"'                            | WRONG_TYPE    | medalEvent           | 14",
                "'[1, 2, 3]'      | '[1, 4]'                             | OUT_OF_RANGE  | medals[1]            | 15",
                "'XAA'            | 'X1'                                 | INVALID_ID    | entries[0].organisation | 17",
                "'19:50'          | '25:50'                              | INVALID_TIME  | scheduledStart       | 11",
                "'race-by-time'   | 'Race by time'                       | INVALID_TEXT  | rule.name            | 13",
                "'FNL-000100--'   | 'FNL'                                | INVALID_RSC   | unit                 | 3"
            })
    void refusesAMistakeWithItsLine(String text, String replacement, Reason reason, String field, long line) {
        String bad = GOOD.replace(text, replacement);

        assertThat(refused(bad)).anySatisfy(problem -> {
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.line()).isEqualTo(line);
        });
        if (reason != Reason.NOT_JSON) {
            assertThat(schema.problemsOfDefinition(bad)).isNotEmpty();
        }
    }

    @Test
    void takesNoneOfAFileInWhichOneIsWrong() {
        assertThat(refused(GOOD + GOOD.replace("\"STA\"", "\"\"")))
                .singleElement()
                .extracting(Problem::reason)
                .isEqualTo(Reason.INVALID_ID);
    }

    @Test
    void refusesATextWithoutADefinition() {
        assertThat(refused("  \n")).singleElement().extracting(Problem::reason).isEqualTo(Reason.NOT_JSON);
    }

    private static List<UnitDefinition> valid(String text) {
        return switch (DefinitionsJson.parse(text)) {
            case Definitions.Valid valid -> valid.units();
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
