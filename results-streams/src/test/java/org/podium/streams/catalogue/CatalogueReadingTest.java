package org.podium.streams.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.podium.model.id.Rsc;
import org.podium.model.wire.MarkKind;

class CatalogueReadingTest {

    private static final Rsc FINAL = Rsc.parse("ATHM100M--------------FNL-000100--");

    private static final String GOOD = """
            defaults:
              - {rule: by-place}
              - {publishes: TIME, rule: race-by-time}
            disciplines:
              ATH:
                name: Athletics
                entries:
                  - {units: [ATH*], rule: race-by-time}
                  - units: [ATH.100M, ATH.200M/FNL]
                    rule: race-by-time
                    parameters: {shown-decimals: 3}
                    why: it is an example
            """;

    @Test
    void readsEntriesAndDefaults() {
        Catalogue catalogue = catalogue(GOOD);
        RuleChoice choice = catalogue.ruleFor(FINAL, null);
        assertThat(choice.pattern()).isEqualTo("ATH.100M");
        assertThat(choice.parameters()).containsEntry("shown-decimals", "3");
        Rsc swimming = Rsc.parse("SWMM50MFR-------------FNL-000100--");
        assertThat(catalogue.ruleFor(swimming, MarkKind.TIME).name()).isEqualTo("race-by-time");
        assertThat(catalogue.ruleFor(swimming, MarkKind.PLACE).name()).isEqualTo("by-place");
    }

    @Test
    void reportsEveryProblemAtOnceWithItsLine() {
        assertThat(problems("""
                        defaults:
                          - {publishes: TIME, rule: race-by-tim}
                        disciplines:
                          ATH:
                            nome: Athletics
                            entries:
                              - {units: [ATH*], rule: race-by-time, parameters: {shown-decimals: 9, decimals: 2}}
                              - {units: [SWM*], rule: race-by-time}
                              - {rule: by-place}
                              - {units: [ATHM*], publishes: SECONDS, rule: by-place, because: so}
                              - {units: [ATH.100M, ATHM100.], rule: by-place}
                          athletics:
                            name: Athletics
                            entries: []
                        """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .isEqualTo("line 1: the catalogue lacks a default without 'publishes'"),
                        problem -> assertThat(problem).startsWith("line 2: there is no ranking rule 'race-by-tim'"),
                        problem -> assertThat(problem)
                                .isEqualTo("line 5: discipline ATH has no field 'nome'; it has entries, name"),
                        problem -> assertThat(problem).isEqualTo("line 5: discipline ATH lacks the field 'name'"),
                        problem -> assertThat(problem).contains("line 7: ", "'shown-decimals' is '9'", "from 0 to 6"),
                        problem -> assertThat(problem).contains("line 7: ", "no parameter 'decimals'"),
                        problem -> assertThat(problem).contains("line 8: 'SWM*' is not a pattern of units of ATH"),
                        problem -> assertThat(problem).isEqualTo("line 9: an entry of ATH lacks the field 'units'"),
                        problem -> assertThat(problem).contains("line 10: an entry of ATH has no field 'because'"),
                        problem -> assertThat(problem).contains("line 10: 'SECONDS' is not a kind of result"),
                        problem -> assertThat(problem)
                                .isEqualTo("line 11: ATHM100. overlaps ATH.100M of line 11, and neither is more"
                                        + " specific: spell one out further"),
                        problem -> assertThat(problem).contains("line 13: ", "'athletics' is not the code"));
    }

    @Test
    void takesOverlappingEntriesForDifferentKindsOfResult() {
        Catalogue catalogue = catalogue(GOOD + "      - {units: [ATH.400M], publishes: TIME, rule: race-by-time}\n"
                + "      - {units: [ATH.400M], publishes: PLACE, rule: by-place}\n");
        Rsc unit = Rsc.parse("ATHM400M--------------FNL-000100--");
        assertThat(catalogue.ruleFor(unit, MarkKind.PLACE).name()).isEqualTo("by-place");
        assertThat(catalogue.ruleFor(unit, null).pattern()).isEqualTo("ATH*");
    }

    @Test
    void refusesTheSameEntryTwice() {
        assertThat(problems(GOOD + "      - {units: [ATH.100M], rule: by-place}\n"))
                .singleElement()
                .asString()
                .contains("ATH.100M overlaps ATH.100M of line 9");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        assertThat(problems(GOOD.replace("why: it is an example", "rule: by-place")))
                .singleElement()
                .asString()
                .contains("has the field 'rule' twice");
    }

    @Test
    void saysWhereATextIsNotYaml() {
        assertThat(problems("defaults: [\n")).singleElement().asString().startsWith("line 2: not YAML");
        assertThat(problems("")).containsExactly("line 1: the catalogue is empty");
        assertThat(problems("- a list")).contains("line 1: the catalogue has to be fields and their values");
    }

    private static Catalogue catalogue(String yaml) {
        CatalogueReading reading = Catalogue.read(yaml);
        assertThat(reading).isInstanceOf(CatalogueReading.Read.class);
        return ((CatalogueReading.Read) reading).catalogue();
    }

    private static List<String> problems(String yaml) {
        CatalogueReading reading = Catalogue.read(yaml);
        assertThat(reading).isInstanceOf(CatalogueReading.Refused.class);
        return ((CatalogueReading.Refused) reading).problems();
    }
}
