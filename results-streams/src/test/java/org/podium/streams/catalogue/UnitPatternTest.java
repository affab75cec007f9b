package org.podium.streams.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.model.id.Rsc;

class UnitPatternTest {

    private static final Rsc HIGH_JUMP = Rsc.parse("ATHMDECATH------------HJ--A00100--");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATH*",
                "ATHMDECATH",
                "ATH.DECATH/HJ",
                "ATH*/HJ/A*",
                "ATH.DECATH/H./A00100",
                "*/*/*",
                "ATHMDECATH*/HJ*/*00"
            })
    void matchesPartsOfAnRscWithoutTheirPadding(String pattern) {
        assertThat(UnitPattern.of(pattern).matches(HIGH_JUMP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATHW*", "ATH", "ATHMDECAT", "ATH*/PV", "ATH*/HJ/B*", "ATH*/-", "ATHMDECATH/HJ/-"})
    void matchesNoOtherUnit(String pattern) {
        assertThat(UnitPattern.of(pattern).matches(HIGH_JUMP)).isFalse();
    }

    @Test
    void standsForAnEmptyPartWithADash() {
        Rsc series = Rsc.parse("SALM49ER--------------PREL--------");
        assertThat(UnitPattern.of("SAL*/PREL/-").matches(series)).isTrue();
        assertThat(UnitPattern.of("SAL*/-").matches(series)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ATH*, ATHM*, true",
        "ATH*/HJ, ATH.DECATH, true",
        "ATH*/HJ, ATH*/PV, false",
        "ATHM*, ATHW*, false",
        "A*C, AB*, true",
        "A*C, AB, false",
        "*B, A*, true",
        "A.C, AB*, true",
        "A.C, ABCD*, false",
        "A/-, A/B*, false",
        "A/-, A/*, true"
    })
    void overlapsAnotherWhenSomeUnitFitsBoth(String one, String other, boolean overlaps) {
        assertThat(UnitPattern.of(one).overlaps(UnitPattern.of(other))).isEqualTo(overlaps);
        assertThat(UnitPattern.of(other).overlaps(UnitPattern.of(one))).isEqualTo(overlaps);
    }

    @Test
    void knowsMoreTheMoreItSpellsOut() {
        assertThat(UnitPattern.of("ATH.DECATH/HJ").letters())
                .isEqualTo("ATHDECATHHJ".length())
                .isGreaterThan(UnitPattern.of("ATH.DECATH*/*").letters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ath*", "ATH*/", "ATH*//A", "ATH/HJ/A/B", "ATH MEN", "ATHMDECATH-------------"})
    void isNoPatternWithOtherCharactersOrParts(String text) {
        assertThat(UnitPattern.isPattern(text)).isFalse();
    }
}
