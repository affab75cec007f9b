package org.podium.operations.deploy;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.podium.model.topic.Party;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/**
 * Everything that the brokers grant, from who writes and who reads each topic of the catalogue. What is not granted is
 * refused. Grants of READ and WRITE include DESCRIBE, and whoever may write a topic may do so idempotently.
 */
final class AccessRules {

    private static final String ANY_HOST = "*";
    private static final String USER = "User:";

    /** The principal of the schema registry, which keeps schemas in topics of its own. */
    private static final String REGISTRY = "schema-registry";

    /** The principal of {@code podium watch}. */
    private static final String WATCH = "watch";

    private final AccessSettings settings;
    private final Set<AclBinding> granted = new LinkedHashSet<>();

    private AccessRules(AccessSettings settings) {
        this.settings = settings;
    }

    /** All bindings of a deployment, in the catalogue's order. */
    static Set<AclBinding> of(TopicCatalogue catalogue, AccessSettings settings) {
        AccessRules rules = new AccessRules(settings);
        catalogue.all().forEach(rules::grant);
        rules.grantStreamsItsOwn();
        rules.grantRegistryItsOwn();
        rules.grantWatchToLook(catalogue);
        return rules.granted;
    }

    private void grant(Topic topic) {
        grant(topic.writtenBy().principal(), topic(topic.name(), PatternType.LITERAL), WRITE);
        for (Party reader : topic.readBy()) {
            for (String principal : principals(reader)) {
                grant(principal, topic(topic.name(), PatternType.LITERAL), READ);
                if (!reader.equals(Party.STREAMS)) {
                    // A reader that shares its work keeps positions in groups that begin with its own name.
                    grant(principal, pattern(ResourceType.GROUP, principal), READ);
                }
            }
        }
    }

    private List<String> principals(Party party) {
        return party.equals(Party.BROADCASTER) ? settings.broadcasters() : List.of(party.principal());
    }

    /** Changelogs that it creates, its group, and its transactions. */
    private void grantStreamsItsOwn() {
        String streams = Party.STREAMS.principal();
        String application = settings.application();
        grant(streams, topic(application + "-", PatternType.PREFIXED), READ, WRITE, CREATE, DELETE, DESCRIBE_CONFIGS);
        grant(streams, pattern(ResourceType.GROUP, application), READ);
        grant(streams, pattern(ResourceType.TRANSACTIONAL_ID, application), WRITE, DESCRIBE);
    }

    private void grantRegistryItsOwn() {
        grant(
                REGISTRY,
                topic(settings.registry(), PatternType.PREFIXED),
                READ,
                WRITE,
                CREATE,
                DELETE,
                DESCRIBE_CONFIGS);
        grant(REGISTRY, pattern(ResourceType.GROUP, settings.registry()), READ);
    }

    /** Descriptions of what there is; not one record. */
    private void grantWatchToLook(TopicCatalogue catalogue) {
        catalogue.all().forEach(topic -> grant(WATCH, topic(topic.name(), PatternType.LITERAL), DESCRIBE));
        grant(WATCH, topic(settings.application() + "-", PatternType.PREFIXED), DESCRIBE);
        grant(WATCH, pattern(ResourceType.GROUP, settings.application()), DESCRIBE);
        // How it is with the controllers.
        grant(WATCH, new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL), DESCRIBE);
    }

    private void grant(String principal, ResourcePattern resource, AclOperation... operations) {
        for (AclOperation operation : operations) {
            granted.add(new AclBinding(
                    resource, new AccessControlEntry(USER + principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
        }
    }

    private static ResourcePattern topic(String name, PatternType type) {
        return new ResourcePattern(ResourceType.TOPIC, name, type);
    }

    private static ResourcePattern pattern(ResourceType type, String prefix) {
        return new ResourcePattern(type, prefix, PatternType.PREFIXED);
    }
}
