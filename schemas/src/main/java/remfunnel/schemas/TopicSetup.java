package remfunnel.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
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

    /** Makes what is missing of all topics there are, and checks what is there. */
    public static void ensure(SharedSettings shared) {
        ensure(shared, Topics.ALL);
    }

    /** Makes what is missing of a service's own topics, and checks what is there. Each calls it for itself, at start. */
    public static void ensure(SharedSettings shared, Party service) {
        ensure(shared, service.topics());
    }

    private static void ensure(SharedSettings shared, List<Topic<?>> topics) {
        try (Admin admin = Admin.create(shared.kafka().clientProperties())) {
            new TopicSetup(admin, shared.topics()).ensure(topics);
        }
    }

    /** The same for all topics there are. */
    public void ensure() {
        ensure(Topics.ALL);
    }

    /**
     * Makes what is missing and says in the log, a line each, what is there in another way than agreed.
     *
     * @throws TopicMismatchException when a difference would lose records or their order
     */
    void ensure(List<Topic<?>> topics) {
        try {
            create(missing(topics));
            List<TopicDifference> differences = onceKnown(() -> differences(topics));
            differences.forEach(TopicSetup::tell);
            TopicMismatchException.throwIfAny(
                    differences.stream().filter(TopicDifference::stops).toList());
        } catch (AuthorizationException refused) {
            throw new AuthorizationException(
                    "Kafka does not let this principal look after its topics (" + refused.getMessage()
                            + "): give it the ACLs that ./remfunnel acls prints",
                    refused);
        }
    }

    /** Those that are not there, or that we may not see. */
    public List<Topic<?>> missing(List<Topic<?>> topics) {
        Set<String> there = await(admin.listTopics().names());
        return topics.stream().filter(topic -> !there.contains(topic.name())).toList();
    }

    /** In what way topics that are there differ from what was agreed. */
    public List<TopicDifference> differences(List<Topic<?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> described =
                await(admin.describeTopics(names).allTopicNames());
        var resources = names.stream().map(TopicSetup::resource).toList();
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources).all());
        var review = new TopicReview(settings);
        return topics.stream()
                .flatMap(topic ->
                        review.of(topic, described.get(topic.name()), configs.get(resource(topic.name()))).stream())
                .toList();
    }

    private static void tell(TopicDifference difference) {
        LOGGER.atWarn()
                .addKeyValue("topic", difference.topic())
                .addKeyValue("setting", difference.setting())
                .addKeyValue("is", difference.is())
                .addKeyValue("should", difference.should())
                .addKeyValue("mend", difference.mend())
                .log("The topic is not as agreed: {}. Mend it: {}", difference.what(), difference.mend());
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
        Map<String, String> configs = new HashMap<>(topic.settings());
        configs.putAll(settings.ofEveryTopic());
        return new NewTopic(name, topic.partitions(settings.partitions()), settings.replicationFactor())
                .configs(configs);
    }

    /** A topic just made, by us or by another service, may take a moment until the broker that is asked knows it. */
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
