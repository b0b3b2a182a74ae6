package remfunnel.standalone.acls;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import remfunnel.schemas.Party;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.StateStores;

/**
 * The least that one principal needs, resource by resource. To read or write a topic implies to describe it; idempotent producers need
 * no right on the cluster since Kafka 2.8, nor does anything else here.
 */
final class Grants {
    private final String principal;
    private final Map<ResourcePattern, Set<AclOperation>> operations = new LinkedHashMap<>();

    private Grants(String principal) {
        this.principal = principal;
    }

    static List<Grant> ingest(String principal) {
        return new Grants(principal)
                .service(Party.INGEST, "")
                .group(Party.INGEST_GROUP, PatternType.LITERAL, READ)
                .transactions(Party.INGEST_GROUP + "-")
                .list();
    }

    /** @param outputPrefix of an application that writes beside the first; empty for the first */
    static List<Grant> transform(String principal, String application, String outputPrefix) {
        return new Grants(principal).topology(application, outputPrefix).list();
    }

    /** Beside its own topics it looks at how all the others are made, for doctor, and how far transform has read, for status. */
    static List<Grant> config(String principal, String application) {
        var grants = new Grants(principal).service(Party.CONFIG, "");
        Topics.ALL.forEach(topic -> grants.topic(topic.name(), DESCRIBE, DESCRIBE_CONFIGS));
        Party.CONFIG.topics().forEach(topic -> grants.imply(topic.name()));
        return grants.group(application, PatternType.LITERAL, DESCRIBE).list();
    }

    static List<Grant> consumer(String principal, String groups) {
        var grants = new Grants(principal);
        Party.CONSUMER.reads().forEach(topic -> grants.topic(topic.name(), READ));
        return grants.group(groups, PatternType.PREFIXED, READ).list();
    }

    /**
     * Whoever runs replay: sees what is not finished, moves the application's offsets, deletes its internal topics, derives beside, compares,
     * and takes away what was derived beside, without which it is not derived another time.
     */
    static List<Grant> replay(String principal, String application, String beside) {
        var grants = new Grants(principal).topology(beside + application, beside);
        Party.TRANSFORM.reads().forEach(topic -> grants.topic(topic.name(), READ));
        Party.CONSUMER.reads().forEach(topic -> grants.topic(topic.name(), READ));
        Party.CONSUMER.reads().forEach(topic -> grants.topic(beside + topic.name(), READ));
        grants.topic(StateStores.changelogOfRestatements(application), READ);
        grants.group(application, PatternType.LITERAL, READ, DESCRIBE);
        Party.TRANSFORM.writes().forEach(topic -> grants.topic(beside + topic.name(), DELETE));
        grants.group(beside + application, PatternType.LITERAL, DESCRIBE, DELETE);
        return grants.grant(ResourceType.TOPIC, application + "-", PatternType.PREFIXED, DESCRIBE, DELETE)
                .list();
    }

    private Grants topology(String application, String outputPrefix) {
        return service(Party.TRANSFORM, outputPrefix)
                .grant(
                        ResourceType.TOPIC,
                        application + "-",
                        PatternType.PREFIXED,
                        READ,
                        WRITE,
                        CREATE,
                        DELETE,
                        DESCRIBE_CONFIGS)
                .group(application, PatternType.LITERAL, READ)
                .transactions(application + "-");
    }

    /** Each service makes the topics that it uses and looks at how they are made. */
    private Grants service(Party party, String outputPrefix) {
        party.topics().forEach(topic -> topic(topic.name(), DESCRIBE, DESCRIBE_CONFIGS));
        party.reads().forEach(topic -> topic(topic.name(), CREATE, READ));
        party.writes().forEach(topic -> topic(outputPrefix + topic.name(), CREATE, WRITE));
        party.reads().forEach(topic -> imply(topic.name()));
        party.writes().forEach(topic -> imply(outputPrefix + topic.name()));
        return this;
    }

    private void topic(String name, AclOperation... granted) {
        grant(ResourceType.TOPIC, name, PatternType.LITERAL, granted);
    }

    /** Who may read or write a topic may describe it, without being told. */
    private void imply(String topic) {
        var own = operations.get(new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL));
        own.remove(DESCRIBE);
    }

    private Grants group(String name, PatternType pattern, AclOperation... granted) {
        return grant(ResourceType.GROUP, name, pattern, granted);
    }

    private Grants transactions(String prefix) {
        return grant(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, WRITE);
    }

    private Grants grant(ResourceType type, String name, PatternType pattern, AclOperation... granted) {
        operations
                .computeIfAbsent(
                        new ResourcePattern(type, name, pattern), resource -> EnumSet.noneOf(AclOperation.class))
                .addAll(Arrays.asList(granted));
        return this;
    }

    private List<Grant> list() {
        return operations.entrySet().stream()
                .map(each -> Grant.of(principal, each.getKey(), each.getValue()))
                .toList();
    }
}
