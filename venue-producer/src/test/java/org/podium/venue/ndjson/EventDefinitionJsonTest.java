package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.podium.model.wire.EventDefinition;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.TiedLast;

class EventDefinitionJsonTest {

    private static final String GOOD = """
            {
              "competition": "OG2024",
              "event": "ATHMLJ----------------",
              "disciplineName": "Athletics",
              "eventName": "Men's long jump",
              "phases": [
                {
                  "code": "QUAL", "name": "Qualification",
                  "units": [{"unit": "ATHMLJ----------------QUAL000100--"}, {"unit": "ATHMLJ----------------QUAL000200--"}],
                  "countsFrom": "OFFICIAL",
                  "rule": {"name": "best-attempt", "parameters": {"attempts": "3"}},
                  "qualifications": [
                    {"mark": "Q", "by": "STANDARD", "standard": "8.15"},
                    {"mark": "q", "by": "FILL", "count": 12, "tied": "UNDECIDED", "decider": "ATHMLJ----------------QUAL000300--"}
                  ],
                  "awarded": [{"competitor": "A1", "mark": "qR", "reason": "obstructed"}]
                },
                {
                  "code": "FNL", "name": "Final",
                  "units": [{"unit": "ATHMLJ----------------FNL-000100--", "slots": [{"startOrder": 3, "from": "QUAL", "place": 1}]}]
                }
              ],
              "ranking": [{"from": "ATHMLJ----------------FNL-000100--"}, {"from": "QUAL", "by": "PLACE"}],
              "medals": [1, 2, 3]
            }
            """;

    private final VenueEventSchema schema = new VenueEventSchema();

    @Test
    void readsADefinitionOverSeveralLines() {
        EventDefinition event = valid(GOOD).getFirst();

        Phase qualification = event.getPhases().getFirst();
        assertThat(qualification.getRule().getName()).isEqualTo("best-attempt");
        assertThat(qualification.getQualifications().getFirst().getBy()).isEqualTo(QualifyBy.STANDARD);
        assertThat(qualification.getQualifications().getFirst().getStandard()).isEqualTo(8_150_000L);
        assertThat(qualification.getQualifications().getLast().getTied()).isEqualTo(TiedLast.UNDECIDED);
        assertThat(qualification.getAwarded().getFirst().getMark()).isEqualTo("qR");
        assertThat(event.getPhases()
                        .getLast()
                        .getUnits()
                        .getFirst()
                        .getSlots()
                        .getFirst()
                        .getStartOrder())
                .isEqualTo(3);
        assertThat(event.getRanking().getLast().getBy()).isEqualTo(PlacedBy.PLACE);
        assertThat(event.getMedals()).containsExactly(1, 2, 3);
        assertThat(schema.problemsOfEventDefinition(GOOD)).isEmpty();
    }

    @Test
    void printsWhatItReads() {
        EventDefinition event = valid(GOOD).getFirst();
        String line = EventDefinitionJson.print(event);

        assertThat(line).doesNotContain("\n");
        assertThat(valid(line)).containsExactly(event);
        assertThat(schema.problemsOfEventDefinition(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"ATHMLJ----------------\"' | '\"ATHMLJ\"'     | INVALID_RSC      | event",
                "'\"QUAL\", \"name\"'       | '\"Quali\", \"name\"' | INVALID_TEXT | phases[0].code",
                "'STANDARD\", '              | 'BEST\", '       | UNKNOWN_WORD     | phases[0].qualifications[0].by",
                "'\"8.15\"'                  | '8.15'           | WRONG_TYPE       | phases[0].qualifications[0].standard",
                "'\"mark\": \"qR\"'          | '\"mark\": \"q?R\"' | INVALID_TEXT  | phases[0].awarded[0].mark",
                "'\"place\": 1'              | '\"place\": 0'   | OUT_OF_RANGE     | phases[1].units[0].slots[0].place",
                "'\"by\": \"PLACE\"'         | '\"By\": \"PLACE\"' | UNKNOWN_FIELD | ranking[1].By",
                "'[1, 2, 3]'                 | '[1, 4]'         | OUT_OF_RANGE     | medals[1]"
            })
    void refusesAMistakeWhereItStands(String text, String replacement, Reason reason, String field) {
        String bad = GOOD.replace(text, replacement);

        assertThat(refused(bad)).anySatisfy(problem -> {
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.field()).isEqualTo(field);
        });
        assertThat(schema.problemsOfEventDefinition(bad)).isNotEmpty();
    }

    @Test
    void readsUnitsAndEventsOfOneFile() {
        String unit = """
                {"competition": "OG2024", "unit": "ATHMLJ----------------FNL-000100--", "disciplineName": "Athletics",
                 "eventName": "Men's long jump", "unitName": "Final", "venue": "STA", "venueName": "Stadium", "source": "T1",
                 "scheduledStart": "2024-08-06T18:15:00Z", "rule": {"name": "best-attempt"}}
                """;

        assertThat(DefinitionsJson.parse(GOOD + unit)).isInstanceOfSatisfying(Definitions.Valid.class, valid -> {
            assertThat(valid.units()).hasSize(1);
            assertThat(valid.events()).hasSize(1);
        });
    }

    private static List<EventDefinition> valid(String text) {
        return switch (DefinitionsJson.parse(text)) {
            case Definitions.Valid valid -> valid.events();
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
