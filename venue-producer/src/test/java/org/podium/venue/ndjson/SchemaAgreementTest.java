package org.podium.venue.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.model.wire.PhaseTakes;
import org.podium.model.wire.PlacedBy;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.TiedLast;
import org.podium.model.wire.VenueEvent;

/** The parser and the JSON Schema say the same about a line, as far as a schema can. */
class SchemaAgreementTest {

    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String SCALAR = TEXT + "|-?[0-9]+|null";

    /** A value behind its field's name; quotes, braces and brackets inside texts are none. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<=\\w\":)(?:%1$s|\\{(?:%2$s|[^\"{}])*\\}|\\[(?:%2$s|[^\"\\[\\]])*\\])".formatted(SCALAR, TEXT));

    private static final Pattern FIELD = Pattern.compile("\"\\w+\":(?:%s),".formatted(SCALAR));

    /** What compares one place of a line with another, which a schema cannot. */
    private static final Set<Reason> UNSEEN = Set.of(Reason.AMENDS_NOTHING, Reason.REPEATED_COMPETITOR);

    private final VenueEventSchema schema = new VenueEventSchema();

    @Example
    void bothRefuseWhatASchemaCanSee() {
        assertThat(BadLine.all().stream().filter(BadLine::seen))
                .allSatisfy(bad -> assertThat(schema.refuses(bad.line())).isTrue());
    }

    @Example
    void theSchemaDoesNotSeeWhatOnlyTheParserRefuses() {
        assertThat(BadLine.all().stream()
                        .filter(bad ->
                                !bad.seen() && bad.reason() != Reason.NOT_JSON && bad.reason() != Reason.OUT_OF_RANGE))
                .isNotEmpty()
                .allSatisfy(bad -> assertThat(schema.refuses(bad.line())).isFalse());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Domain(Events.class)
    void bothTakeEveryEventOfTheFormat(@ForAll VenueEvent event) {
        String line = VenueEventJson.print(event);

        assertThat(schema.problems(line)).isEmpty();
        assertThat(VenueEventJson.parse(1, line)).isInstanceOf(EventLine.Valid.class);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @Domain(Events.class)
    @Domain(DomainContext.Global.class)
    void bothSayTheSameOfALineWithOneValueReplaced(
            @ForAll VenueEvent event, @ForAll("values") String value, @ForAll("choices") int choice) {
        String line = replaceOne(VenueEventJson.print(event), VALUE, value, choice);

        sayTheSame(line);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Domain(Events.class)
    @Domain(DomainContext.Global.class)
    void bothSayTheSameOfALineWithOneFieldLess(@ForAll VenueEvent event, @ForAll("choices") int choice) {
        String line = replaceOne(VenueEventJson.print(event), FIELD, "", choice);

        sayTheSame(line);
    }

    private void sayTheSame(String line) {
        boolean refused =
                VenueEventJson.parse(1, line) instanceof EventLine.Refused(long number, List<Problem> problems)
                        && problems.stream().anyMatch(problem -> !UNSEEN.contains(problem.reason()));

        assertThat(schema.refuses(line)).as(line).isEqualTo(refused);
    }

    private static String replaceOne(String line, Pattern pattern, String replacement, int choice) {
        List<MatchResult> places = pattern.matcher(line).results().toList();
        MatchResult place = places.get(choice % places.size());
        return line.substring(0, place.start()) + replacement + line.substring(place.end());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "0",
                "1",
                "2",
                "3.0",
                "1e2",
                "-1",
                "0.5",
                "1000",
                "9007199254740992",
                "true",
                "{}",
                "[]",
                "[{}]",
                "[1]",
                "\"\"",
                "\" \"",
                "\"A\"",
                "\"AB\"",
                "\"ABC\"",
                "\"abc\"",
                "\"A B\"",
                "\"A-1\"",
                "\"A_1\"",
                "\"12\"",
                "\"-1.5\"",
                "\"1:28.03\"",
                "\"2:50:31\"",
                "\"1,5\"",
                "\"1.1234567\"",
                "\"UNKNOWN\"",
                "\"VALID\"",
                "\"FAILED\"",
                "\"LIVE\"",
                "\"DNS\"",
                "\"MARK\"",
                "\"TAKEOVER\"",
                "\"PRODUCTION\"",
                "\"2024-08-04T19:55:00Z\"",
                "\"2024-08-04T19:55:00+17:59\"",
                "\"2024-08-04T19:55:00+18:00\"",
                "\"2024-08-04T24:00:00Z\"",
                "\"2024-08-04T19:55:60Z\"",
                "\"2024-02-29T00:00:00Z\"",
                "\"2023-02-29T00:00:00Z\"",
                "\"2024-08-04t19:55:00z\"",
                "\"2024-08-04T19:55Z\"");
    }

    @Provide
    Arbitrary<Integer> choices() {
        return Arbitraries.integers().between(0, 1_000);
    }

    @Example
    void theSchemaHasTheWordsOfTheContracts() {
        assertThat(schema.words("/properties/kind")).isEqualTo(words(EventKind.class));
        assertThat(schema.words("/properties/scheduleStatus")).isEqualTo(words(ScheduleStatus.class));
        assertThat(schema.words("/properties/resultStatus")).isEqualTo(words(ResultStatus.class));
        assertThat(schema.words("/$defs/feed")).isEqualTo(words(FeedFlag.class));
        assertThat(schema.words("/$defs/entry/properties/type")).isEqualTo(words(CompetitorType.class));
        assertThat(schema.words("/$defs/mark/properties/kind")).isEqualTo(words(MarkKind.class));
        assertThat(schema.words("/$defs/mark/properties/outcome")).isEqualTo(words(Outcome.class));
        assertThat(schema.words("/$defs/irm/properties/irm")).isEqualTo(words(Irm.class));
        assertThat(schema.words("/$defs/phase/properties/takes")).isEqualTo(words(PhaseTakes.class));
        assertThat(schema.words("/$defs/phase/properties/countsFrom")).isEqualTo(words(ResultStatus.class));
        assertThat(schema.words("/$defs/phase/properties/qualifications/items/properties/by"))
                .isEqualTo(words(QualifyBy.class));
        assertThat(schema.words("/$defs/phase/properties/qualifications/items/properties/tied"))
                .isEqualTo(words(TiedLast.class));
        assertThat(schema.words("/$defs/eventDefinition/properties/ranking/items/properties/by"))
                .isEqualTo(words(PlacedBy.class));
    }

    private static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(word -> !word.equals("UNKNOWN"))
                .toList();
    }

    @Example
    void theSchemaIsItselfValid() {
        assertThat(schema.problemsOfTheSchema()).isEmpty();
    }
}
