package org.podium.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    private static final String SPRINT = "ATHM100M--------------FNL-000100--";

    @Property
    void rscPrintsWhatItParses(@ForAll("rscs") String text) {
        assertThat(Rsc.parse(text)).hasToString(text);
    }

    @Property
    void unitKeyPrintsWhatItParses(@ForAll("unitKeys") String text) {
        assertThat(UnitKey.parse(text)).hasToString(text);
    }

    @Property
    void eventKeyPrintsWhatItParses(@ForAll("unitKeys") String text) {
        EventKey event = UnitKey.parse(text).event();
        assertThat(EventKey.parse(event.toString())).isEqualTo(event);
    }

    @Property
    void keyOfAUnitStartsWithTheKeyOfItsEvent(@ForAll("unitKeys") String text) {
        assertThat(text).startsWith(UnitKey.parse(text).event().toString());
    }

    @Property
    void anyTextIsAnIdOrIsRefusedWithAnExplanation(@ForAll("texts") String text) {
        refusesOrPrints(text, Rsc::parse);
        refusesOrPrints(text, UnitKey::parse);
        refusesOrPrints(text, EventKey::parse);
        refusesOrPrints(text, CompetitionCode::parse);
        refusesOrPrints(text, VenueCode::parse);
        refusesOrPrints(text, SourceId::parse);
        refusesOrPrints(text, CompetitorId::parse);
        refusesOrPrints(text, OrganisationCode::parse);
    }

    @Property
    void anIdIsWhatItsGrammarSays(@ForAll("nearlyIds") String text) {
        assertThat(isTaken(text, Rsc::parse)).isEqualTo(text.matches("[A-Z0-9]{3}[MWXO][A-Z0-9-]{30}"));
        assertThat(isTaken("OG2024/" + text, EventKey::parse))
                .isEqualTo(text.matches("[A-Z0-9]{3}[MWXO][A-Z0-9-]{18}"));
        assertThat(isTaken(text, CompetitionCode::parse)).isEqualTo(text.matches("[A-Z0-9][A-Z0-9-]{1,19}"));
        assertThat(isTaken(text, VenueCode::parse)).isEqualTo(text.matches("[A-Z0-9]{2,10}"));
        assertThat(isTaken(text, SourceId::parse)).isEqualTo(text.matches("[A-Z0-9][A-Z0-9_-]{0,29}"));
        assertThat(isTaken(text, CompetitorId::parse)).isEqualTo(text.matches("[A-Z0-9][A-Z0-9_-]{0,33}"));
        assertThat(isTaken(text, OrganisationCode::parse)).isEqualTo(text.matches("[A-Z]{3}"));
    }

    private static boolean isTaken(String text, Function<String, Object> parse) {
        try {
            return parse.apply(text) != null;
        } catch (InvalidIdException refusal) {
            return false;
        }
    }

    @Property
    void idsSortAsTheirTextsDo(@ForAll("unitKeys") String one, @ForAll("unitKeys") String other) {
        assertThat(Integer.signum(UnitKey.parse(one).compareTo(UnitKey.parse(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Test
    void rscIsMadeOfItsParts() {
        Rsc rsc = Rsc.parse(SPRINT);

        assertThat(rsc.discipline()).isEqualTo("ATH");
        assertThat(rsc.gender()).isEqualTo('M');
        assertThat(rsc.event()).isEqualTo("ATHM100M--------------");
        assertThat(rsc.phase()).isEqualTo("ATHM100M--------------FNL-");
    }

    @Test
    void competitionIsPartOfTheKey() {
        assertThat(UnitKey.of("OG2024", SPRINT)).isNotEqualTo(UnitKey.of("OG2024-TR1", SPRINT));
    }

    @ParameterizedTest
    @CsvSource({
        "ATHM100M--------------FNL-000100-",
        "ATHM100M--------------FNL-000100---",
        "athm100m--------------FNL-000100--",
        "ATHZ100M--------------FNL-000100--",
        "ATHM100M______________FNL-000100--",
        "''"
    })
    void refusesRscAndSaysItsLengthAndAnExample(String text) {
        assertThatExceptionOfType(InvalidIdException.class)
                .isThrownBy(() -> Rsc.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("this has " + text.length())
                .withMessageContaining(SPRINT);
    }

    @ParameterizedTest
    @CsvSource({"OG2024", "OG2024/", "/" + SPRINT, "OG2024/ATHM100M", "OG 2024/" + SPRINT, "''"})
    void refusesUnitKey(String text) {
        assertThatExceptionOfType(InvalidIdException.class).isThrownBy(() -> UnitKey.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"OG2024", "OG2024/" + SPRINT, "OG2024/ATHM100M"})
    void refusesEventKey(String text) {
        assertThatExceptionOfType(InvalidIdException.class).isThrownBy(() -> EventKey.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"A", "sta", "STADE-DE-FRANCE", "S.A", "ABCDEFGHIJK"})
    void refusesVenueCodeThatCouldNotBePartOfATopicsName(String text) {
        assertThatExceptionOfType(InvalidIdException.class).isThrownBy(() -> VenueCode.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"KE", "KENY", "ken", "K3N"})
    void refusesOrganisationCode(String text) {
        assertThatExceptionOfType(InvalidIdException.class).isThrownBy(() -> OrganisationCode.parse(text));
    }

    @Test
    void refusalRepeatsOnlyTheBeginningOfALongText() {
        assertThatExceptionOfType(InvalidIdException.class)
                .isThrownBy(() -> SourceId.parse("x".repeat(5_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    private static void refusesOrPrints(String text, Function<String, Object> parse) {
        try {
            assertThat(parse.apply(text)).hasToString(text);
        } catch (InvalidIdException refusal) {
            assertThat(refusal).hasMessageContaining("it has to be");
        }
    }

    @Provide
    static Arbitrary<String> rscs() {
        Arbitrary<String> discipline = letters("ABCXYZ0189").ofLength(3);
        Arbitrary<String> gender = Arbitraries.of("M", "W", "X", "O");
        Arbitrary<String> rest = letters("AZ09-").ofLength(30);
        return Combinators.combine(discipline, gender, rest).as((a, b, c) -> a + b + c);
    }

    @Provide
    static Arbitrary<String> unitKeys() {
        Arbitrary<String> competition = letters("OG0129").ofMinLength(2).ofMaxLength(20);
        return Combinators.combine(competition, rscs()).as((code, rsc) -> code + "/" + rsc);
    }

    /** Anything, and texts that are nearly right. */
    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                letters("AM9-_/ ").ofMaxLength(60),
                unitKeys(),
                rscs().map(rsc -> rsc.substring(1)));
    }

    /** Of every length that counts, with at most one character that does not belong there. */
    @Provide
    static Arbitrary<String> nearlyIds() {
        Arbitrary<String> id = Arbitraries.oneOf(
                letters("AMZ09").ofMaxLength(36),
                letters("AMZ09-").ofMaxLength(36),
                letters("AMZ09-_").ofMaxLength(36),
                letters("AMZ").ofMaxLength(4),
                rscs(),
                rscs().map(rsc -> rsc.substring(0, 22)));
        return Combinators.combine(
                        id, Arbitraries.integers().between(0, 70), Arbitraries.of("a", "-", "_", "É", "\u0000", "M"))
                .as((text, at, other) ->
                        at < text.length() ? text.substring(0, at) + other + text.substring(at + 1) : text);
    }

    private static StringArbitrary letters(String characters) {
        return Arbitraries.strings().withChars(characters.toCharArray());
    }
}
