package remfunnel.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.schemas.SharedSettings.TopicSettings;

/** The one piece of code that makes topics, and that says when those there are not as agreed. */
public final class TopicSetup {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicSetup.class);

    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;
    private final TopicSettings settings;

    public TopicSetup(Admin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** Makes what is missing and checks what is there. The services call it at start, each for itself. */
    public static void ensure(SharedSettings shared) {
        try (Admin admin = Admin.create(shared.kafka().clientProperties())) {
            new TopicSetup(admin, shared.topics()).ensure();
        }
    }

    /**
     * Makes what is missing and checks what is there.
     *
     * @throws TopicMismatchException when topics exist with other partitions or settings than agreed
     */
    public void ensure() {
        Set<String> there = await(admin.listTopics().names());
        create(Topics.ALL.stream()
                .filter(topic -> !there.contains(topic.name()))
                .toList());
        List<String> mismatches = mismatches();
        if (!mismatches.isEmpty()) {
            throw new TopicMismatchException(mismatches);
        }
    }

    /** Makes, where they are missing, topics like those of the catalogue under names of their own. */
    public static void ensureCopies(SharedSettings shared, String prefix, List<Topic<?>> topics) {
        try (Admin admin = Admin.create(shared.kafka().clientProperties())) {
            var setup = new TopicSetup(admin, shared.topics());
            Set<String> there = await(admin.listTopics().names());
            setup.make(topics.stream()
                    .filter(topic -> !there.contains(prefix + topic.name()))
                    .map(topic -> setup.newTopic(prefix + topic.name(), topic))
                    .toList());
        }
    }

    private void create(List<Topic<?>> missing) {
        make(missing.stream().map(topic -> newTopic(topic.name(), topic)).toList());
    }

    private void make(List<NewTopic> topics) {
        var results = admin.createTopics(topics).values();
        results.forEach((name, created) -> {
            try {
                await(created);
                LOGGER.atInfo().addKeyValue("topic", name).log("Made a topic");
            } catch (TopicExistsException byAnotherService) {
                LOGGER.atDebug().addKeyValue("topic", name).log("Another service made the topic first");
            }
        });
    }

    private NewTopic newTopic(String name, Topic<?> topic) {
        return new NewTopic(name, topic.partitions(settings.partitions()), settings.replicationFactor())
                .configs(topic.settings());
    }

    private List<String> mismatches() {
        List<String> names = Topics.ALL.stream().map(Topic::name).toList();
        Map<String, TopicDescription> described = describe(names);
        var resources = names.stream().map(TopicSetup::resource).toList();
        Map<ConfigResource, Config> configs =
                onceKnown(() -> await(admin.describeConfigs(resources).all()));
        List<String> mismatches = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            mismatches.addAll(partitionMismatch(topic, described.get(topic.name())));
            mismatches.addAll(settingMismatches(topic, configs.get(resource(topic.name()))));
        }
        return mismatches;
    }

    /** A topic just made, by us or by another service, may take a moment until the broker that is asked knows it. */
    private Map<String, TopicDescription> describe(Collection<String> names) {
        return onceKnown(() -> await(admin.describeTopics(names).allTopicNames()));
    }

    private static <T> T onceKnown(Supplier<T> answer) {
        long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (true) {
            try {
                return answer.get();
            } catch (UnknownTopicOrPartitionException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private List<String> partitionMismatch(Topic<?> topic, TopicDescription there) {
        int agreed = topic.partitions(settings.partitions());
        int found = there.partitions().size();
        return found == agreed
                ? List.of()
                : List.of(topic.name() + " has " + found + " partitions instead of " + agreed
                        + (agreed == 1
                                ? " (its offsets order all revisions)"
                                : " (remfunnel.topics.partitions, fixed when the topics were made)"));
    }

    private static List<String> settingMismatches(Topic<?> topic, Config there) {
        return topic.settings().entrySet().stream()
                .filter(agreed -> matters(agreed.getKey()))
                .filter(agreed -> !there.get(agreed.getKey()).value().equals(agreed.getValue()))
                .map(agreed -> topic.name() + " has " + agreed.getKey() + "="
                        + there.get(agreed.getKey()).value() + " instead of " + agreed.getValue())
                .collect(Collectors.toList());
    }

    /** Others may keep records longer or larger; what would lose or reorder them is not theirs to choose. */
    private static boolean matters(String setting) {
        return setting.equals("cleanup.policy") || setting.equals("retention.ms") || setting.equals("retention.bytes");
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting up topics", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
