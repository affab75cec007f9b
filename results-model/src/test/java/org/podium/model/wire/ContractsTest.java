package org.podium.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    @Test
    void aMessageOfEveryTopicIsLookedAt() {
        assertThat(Contracts.messages())
                .extracting(Schema::getName)
                .containsExactlyInAnyOrder(
                        "VenueEvent",
                        "UnitDefinition",
                        "EventDefinition",
                        "RecordList",
                        "Result",
                        "MedalStanding",
                        "EventResult",
                        "RejectedEvent");
        assertThat(Contracts.named()).extracting(Schema::getName).contains("ResultLine", "Mark", "DecidedBy", "Irm");
    }

    @TestFactory
    Stream<DynamicTest> everyRecordAndEnumSaysWhatItIs() {
        return Contracts.named().stream()
                .map(schema -> dynamicTest(
                        schema.getName(), () -> assertThat(schema.getDoc()).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldSaysWhatItIs() {
        return fields().map(field ->
                dynamicTest(field.name(), () -> assertThat(field.field().doc()).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldThatMayBeNullSaysWhatThatMeans() {
        return fields().filter(field -> field.field().schema().isNullable())
                .map(field -> dynamicTest(
                        field.name(), () -> assertThat(field.field().doc()).containsIgnoringCase("null")));
    }

    /** A record grows by fields with a default alone; one that may be absent is null by default. */
    @TestFactory
    Stream<DynamicTest> everyFieldThatMayBeNullIsNullByDefault() {
        return fields().filter(field -> field.field().schema().isNullable())
                .map(field -> dynamicTest(field.name(), () -> {
                    assertThat(field.field().schema().getTypes().getFirst().getType())
                            .isEqualTo(Schema.Type.NULL);
                    assertThat(field.field().hasDefaultValue()).isTrue();
                }));
    }

    /** A reader of an older schema then decodes a symbol that it does not know. */
    @TestFactory
    Stream<DynamicTest> everyEnumHasUnknownForSymbolsToCome() {
        return Contracts.named().stream()
                .filter(schema -> schema.getType() == Schema.Type.ENUM)
                .map(schema -> dynamicTest(schema.getName(), () -> {
                    assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
                    assertThat(schema.getEnumSymbols().getFirst()).isEqualTo("UNKNOWN");
                }));
    }

    /** Unions of kinds cannot grow without breaking older readers. */
    @TestFactory
    Stream<DynamicTest> noUnionIsOfMoreThanNullAndOneKind() {
        return fields().filter(field -> field.field().schema().isUnion())
                .map(field -> dynamicTest(
                        field.name(),
                        () -> assertThat(field.field().schema().getTypes()).hasSize(2)));
    }

    /** Binary fractions are not exact. */
    @TestFactory
    Stream<DynamicTest> noFieldIsAFloatingPointNumber() {
        return fields().map(field -> dynamicTest(
                field.name(),
                () -> assertThat(field.field().schema().toString()).doesNotContain("\"double\"", "\"float\"")));
    }

    private static Stream<NamedField> fields() {
        return Contracts.named().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .flatMap(schema -> List.copyOf(schema.getFields()).stream()
                        .map(field -> new NamedField(schema.getName() + "." + field.name(), field)));
    }

    private record NamedField(String name, Schema.Field field) {}
}
