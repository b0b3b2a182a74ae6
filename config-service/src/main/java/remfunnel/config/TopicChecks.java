package remfunnel.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.Topic;
import remfunnel.schemas.TopicDifference;
import remfunnel.schemas.TopicSetup;
import remfunnel.schemas.Topics;

/** Whether the topics are as the catalogue says: one line for each difference, with what mends it. */
public final class TopicChecks {
    private static final String NAME = "topics";

    private final SharedSettings settings;
    private final int patienceMs;

    public TopicChecks(SharedSettings settings, int patienceMs) {
        this.settings = settings;
        this.patienceMs = patienceMs;
    }

    /** What every client begins with, but for one that asks rather than works. */
    public static Map<String, Object> impatient(SharedSettings settings, int patienceMs) {
        Map<String, Object> properties = new HashMap<>(settings.kafka().clientProperties());
        properties.put("request.timeout.ms", patienceMs);
        properties.put("default.api.timeout.ms", patienceMs);
        return properties;
    }

    public List<Check> run() {
        try (Admin admin = Admin.create(impatient(settings, patienceMs))) {
            return run(new TopicSetup(admin, settings.topics()));
        } catch (KafkaException refused) {
            return List.of(Check.warn(
                    NAME, "cannot be looked at: " + refused.getMessage(), "./remfunnel acls prints what that needs."));
        }
    }

    private static List<Check> run(TopicSetup topics) {
        List<Topic<?>> missing = topics.missing(Topics.ALL);
        List<Topic<?>> there =
                Topics.ALL.stream().filter(topic -> !missing.contains(topic)).toList();
        List<Check> checks = new ArrayList<>();
        missing.forEach(topic -> checks.add(Check.warn(
                NAME, topic.name() + " is not there, or may not be seen", "The service that uses it makes it.")));
        topics.differences(there).stream().map(TopicChecks::check).forEach(checks::add);
        return checks.isEmpty() ? List.of(Check.ok(NAME, there.size() + " are as agreed")) : checks;
    }

    private static Check check(TopicDifference difference) {
        return difference.stops()
                ? Check.fail(NAME, difference.what(), difference.mend())
                : Check.warn(NAME, difference.what(), difference.mend());
    }
}
