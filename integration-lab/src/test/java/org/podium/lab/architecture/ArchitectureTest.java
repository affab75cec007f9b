package org.podium.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What may know what. The poms keep the modules apart; this keeps the packages in order. */
@AnalyzeClasses(packages = "org.podium", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> WORDS_THAT_SAY_NOTHING =
            Set.of("util", "utils", "common", "impl", "service", "manager", "helper", "misc", "core");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.podium.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theModelKnowsNobody = classes()
            .that()
            .resideInAPackage("org.podium.model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("org.podium.model..")
                    .or(JavaClass.Predicates.resideOutsideOfPackage("org.podium..")));

    @ArchTest
    static final ArchRule operationsKnowsTheModelAlone = knowsOnly("operations");

    @ArchTest
    static final ArchRule venueProducerKnowsNoOtherService = knowsOnly("venue");

    @ArchTest
    static final ArchRule resultsStreamsKnowsNoOtherService = knowsOnly("streams");

    @ArchTest
    static final ArchRule appGatewayKnowsNoOtherService = knowsOnly("gateway");

    @ArchTest
    static final ArchRule rankingKnowsNeitherKafkaNorAnyOtherStage = noClasses()
            .that()
            .resideInAPackage("org.podium.streams.rank..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "org.podium.streams", "org.podium.streams.topology..", "java.time..");

    @ArchTest
    static final ArchRule packagesAreNamedAfterAStage = classes()
            .should(new ArchCondition<>("reside in a package whose name says something") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (String word : type.getPackageName().split("\\.", -1)) {
                        if (WORDS_THAT_SAY_NOTHING.contains(word)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is in a package '" + word + "'"));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .that()
            .resideOutsideOfPackages("org.podium.model.wire", "org.podium.streams.stored")
            .should(new ArchCondition<>("reside in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    private static ArchRule knowsOnly(String service) {
        String own = "org.podium." + service + "..";
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(own, "org.podium.model..", "org.podium.operations..")
                        .or(JavaClass.Predicates.resideOutsideOfPackage("org.podium..")))
                .allowEmptyShould(false);
    }
}
