package org.podium.operations.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/**
 * Compares what the brokers grant with what the catalogue says of writers and readers, and brings them to it. Repeating
 * it changes nothing more. A venue that is no longer in the catalogue loses its grant.
 */
public final class AccessDeployment {

    private static final String VENUE_PRINCIPAL = "User:venue-";

    private final Admin admin;
    private final Set<AclBinding> wanted;
    private final Set<String> topics;
    private final Set<String> principals;

    /** Deployment of the catalogue's grants to the cluster of the admin client. */
    public AccessDeployment(Admin admin, TopicCatalogue catalogue, AccessSettings settings) {
        this.admin = admin;
        this.wanted = AccessRules.of(catalogue, settings);
        this.topics = catalogue.all().stream().map(Topic::name).collect(Collectors.toSet());
        this.principals =
                wanted.stream().map(grant -> grant.entry().principal()).collect(Collectors.toSet());
    }

    /**
     * What each grant is in the cluster: first those that should be there, then those that should not.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or refuses
     */
    public List<AccessFinding> compare() {
        Collection<AclBinding> present =
                Answers.await(admin.describeAcls(AclBindingFilter.ANY).values());
        List<AccessFinding> findings = new ArrayList<>();
        for (AclBinding grant : wanted) {
            findings.add(present.contains(grant) ? new AccessFinding.Granted(grant) : new AccessFinding.Missing(grant));
        }
        Set<AclBinding> others = new LinkedHashSet<>(present);
        others.removeAll(wanted);
        for (AclBinding grant : others) {
            // A refusal takes nothing away from the catalogue: an operator may lock somebody out by hand.
            if (grant.entry().permissionType() != AclPermissionType.ALLOW) {
                continue;
            }
            if (isOurs(grant)) {
                findings.add(new AccessFinding.Stray(grant));
            } else if (reachesOurs(grant.pattern())) {
                findings.add(new AccessFinding.TooWide(grant));
            }
        }
        return findings;
    }

    /**
     * Adds what is missing and takes away what is astray, unless something is too wide: then nothing is done.
     *
     * @return what each grant was before
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or refuses
     */
    public List<AccessFinding> apply() {
        List<AccessFinding> findings = compare();
        if (findings.stream().anyMatch(AccessFinding.TooWide.class::isInstance)) {
            return findings;
        }
        List<AclBinding> missing = new ArrayList<>();
        List<AclBindingFilter> astray = new ArrayList<>();
        for (AccessFinding finding : findings) {
            switch (finding) {
                case AccessFinding.Missing(AclBinding grant) -> missing.add(grant);
                case AccessFinding.Stray(AclBinding grant) -> astray.add(grant.toFilter());
                case AccessFinding.Granted ignored -> {}
                case AccessFinding.TooWide ignored -> {}
            }
        }
        Answers.await(admin.createAcls(missing).all());
        Answers.await(admin.deleteAcls(astray).all());
        return findings;
    }

    private boolean isOurs(AclBinding grant) {
        ResourcePattern resource = grant.pattern();
        boolean ourTopic = resource.resourceType() == ResourceType.TOPIC
                && resource.patternType() == PatternType.LITERAL
                && topics.contains(resource.name());
        String principal = grant.entry().principal();
        return ourTopic || principals.contains(principal) || principal.startsWith(VENUE_PRINCIPAL);
    }

    private boolean reachesOurs(ResourcePattern resource) {
        if (resource.resourceType() != ResourceType.TOPIC) {
            return false;
        }
        return resource.patternType() == PatternType.PREFIXED
                ? topics.stream().anyMatch(topic -> topic.startsWith(resource.name()))
                : resource.name().equals(ResourcePattern.WILDCARD_RESOURCE);
    }
}
