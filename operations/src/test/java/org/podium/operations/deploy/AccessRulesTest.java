package org.podium.operations.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.TopicCatalogue;

final class AccessRulesTest {

    private final TopicCatalogue catalogue = new TopicCatalogue(List.of(new VenueCode("BER"), new VenueCode("STA")));
    private final Set<AclBinding> rules = AccessRules.of(catalogue, settings(List.of("nhk", "tf1")));

    @Test
    void aVenueWritesItsOwnTopicAndNothingElse() {
        assertThat(grantsOf("venue-STA")).containsExactly("WRITE TOPIC LITERAL venue.STA.events");
    }

    @Test
    void aBroadcasterReadsResultsAndNothingElse() {
        assertThat(grantsOf("nhk"))
                .containsExactlyInAnyOrder(
                        "READ TOPIC LITERAL results.feed",
                        "READ TOPIC LITERAL results.units",
                        "READ TOPIC LITERAL results.medals",
                        "READ TOPIC LITERAL results.events",
                        "READ GROUP PREFIXED nhk");
        assertThat(grantsOf("tf1")).hasSameSizeAs(grantsOf("nhk"));
        assertThat(grantsOf("broadcaster")).isEmpty();
    }

    @Test
    void theWatchDescribesAndReadsNothing() {
        assertThat(grantsOf("watch"))
                .contains("DESCRIBE CLUSTER LITERAL kafka-cluster", "DESCRIBE TOPIC LITERAL results.feed")
                .allMatch(grant -> grant.startsWith("DESCRIBE "));
    }

    @Test
    void onlyResultsStreamsWritesResults() {
        assertThat(rules)
                .filteredOn(grant -> grant.pattern().name().startsWith("results."))
                .filteredOn(grant -> grant.entry().operation().name().equals("WRITE"))
                .extracting(grant -> grant.entry().principal())
                .containsOnly("User:results-streams");
    }

    @Test
    void grantsNothingOnEverything() {
        assertThat(rules).allSatisfy(grant -> {
            assertThat(grant.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
            assertThat(grant.pattern().name()).isNotEqualTo("*").hasSizeGreaterThan(2);
            assertThat(grant.entry().principal()).doesNotContain("*");
        });
    }

    @Test
    void noPrefixReachesATopicOfTheCatalogue() {
        assertThat(rules)
                .filteredOn(grant -> grant.pattern().patternType() == PatternType.PREFIXED)
                .allSatisfy(grant -> assertThat(catalogue.all())
                        .noneMatch(
                                topic -> topic.name().startsWith(grant.pattern().name())));
    }

    private List<String> grantsOf(String principal) {
        return rules.stream()
                .filter(grant -> grant.entry().principal().equals("User:" + principal))
                .map(grant -> "%s %s %s %s"
                        .formatted(
                                grant.entry().operation(),
                                grant.pattern().resourceType(),
                                grant.pattern().patternType(),
                                grant.pattern().name()))
                .collect(Collectors.toList());
    }

    private static AccessSettings settings(List<String> broadcasters) {
        return new AccessSettings() {
            @Override
            public List<String> broadcasters() {
                return broadcasters;
            }

            @Override
            public String application() {
                return "podium-results-streams";
            }

            @Override
            public String registry() {
                return "registry-";
            }
        };
    }
}
