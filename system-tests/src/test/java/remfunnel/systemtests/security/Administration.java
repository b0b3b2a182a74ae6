package remfunnel.systemtests.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** What people do with Kafka's own tools, as far as their login lets them. */
record Administration(Login login) {
    void set(String topic, String setting, String value) throws Exception {
        try (var admin = Admin.create(login.client())) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    void letWrite(String principal, String topic) throws Exception {
        var right = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var admin = Admin.create(login.client())) {
            admin.createAcls(List.of(right)).all().get();
        }
    }

    /** How many rights were taken away. */
    int letWriteNoMore(String principal, String topic) throws Exception {
        var filter = new AclBindingFilter(
                new ResourcePatternFilter(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntryFilter(principal, null, AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var admin = Admin.create(login.client())) {
            return admin.deleteAcls(List.of(filter)).all().get().size();
        }
    }

    /** The topics whose names begin so, and a group. */
    Collection<String> delete(String prefix, String group) throws Exception {
        try (var admin = Admin.create(login.client())) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            admin.deleteTopics(topics).all().get();
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return topics;
        }
    }
}
