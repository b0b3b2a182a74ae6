package remfunnel.standalone.acls;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * What one principal may do with one resource, from any host.
 *
 * @param operations in the order of Kafka's own list
 */
record Grant(String principal, ResourcePattern resource, List<AclOperation> operations) {
    private static final String ANY_HOST = "*";

    static Grant of(String principal, ResourcePattern resource, Set<AclOperation> operations) {
        return new Grant(principal, resource, operations.stream().sorted().toList());
    }

    List<AclBinding> bindings() {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }

    /** As kafka-acls.sh takes it. */
    String command(String servers) {
        String pattern = resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "kafka-acls.sh --bootstrap-server " + servers + " --command-config admin.properties --add"
                + " --allow-principal " + quoted(principal)
                + operations.stream()
                        .map(operation -> " --operation " + word(operation))
                        .collect(Collectors.joining())
                + option() + quoted(resource.name()) + pattern;
    }

    List<String> row() {
        return List.of(
                principal,
                SecurityUtils.resourceTypeName(resource.resourceType()),
                resource.name() + (resource.patternType() == PatternType.PREFIXED ? "*" : ""),
                operations.stream().map(Grant::word).collect(Collectors.joining(", ")));
    }

    private String option() {
        return resource.resourceType() == ResourceType.TRANSACTIONAL_ID
                ? " --transactional-id "
                : " --"
                        + SecurityUtils.resourceTypeName(resource.resourceType())
                                .toLowerCase(Locale.ROOT) + " ";
    }

    private static String word(AclOperation operation) {
        return SecurityUtils.operationName(operation);
    }

    /** A distinguished name has commas and blanks. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9._:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
