package remfunnel.standalone.replay;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.AuthorizationException;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.Restatement;
import remfunnel.transform.state.StateStores;
import remfunnel.transform.topology.FunnelTopology;

/**
 * What the application has yet to derive by the newest configurations. A reset meanwhile begins with the newest and knows nothing of what
 * the former ones led to: what they let pass and it does not would stay for ever.
 */
final class Unfinished {
    private final Application application;
    private final Map<String, Object> kafka;

    Unfinished(Application application, Map<String, Object> kafka) {
        this.application = application;
        this.kafka = kafka;
    }

    /** Says what it is; empty where there is nothing. */
    Optional<String> what() {
        return restated(key -> key.kind() == Restatement.Kind.CONFIG)
                .map(connectors -> "the restatement of " + connectors + " was not over when the topology stopped")
                .or(this::configurations);
    }

    /** The same of one that runs, and names that changed: what they lead to is the same in the end, but not yet. */
    Optional<String> inTheMiddleOf() {
        return restated(key -> true)
                .map(connectors -> "the restatement of " + connectors + " is not over")
                .or(this::configurations);
    }

    private Optional<String> restated(Predicate<Restatement.Key> which) {
        var topic = StateStores.changelogOfRestatements(application.id());
        if (!application.hasTopic(topic)) {
            return Optional.empty();
        }
        var connectors = kept(topic).stream()
                .map(Restatement.Key::of)
                .filter(which)
                .map(Restatement.Key::connector)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return connectors.isEmpty() ? Optional.empty() : Optional.of(connectors);
    }

    private Optional<String> configurations() {
        return unreadConfigurations().or(this::undeliveredConfigurations);
    }

    private Set<String> kept(String topic) {
        try {
            return new CompactedTopic(kafka, topic).read().keySet();
        } catch (AuthorizationException denied) {
            throw new CannotReplay(
                    "This login may not read " + topic
                            + ", which tells whether a restatement is under way: ./remfunnel acls --replay lists what a replay needs.");
        }
    }

    /** Where nothing was ever read, nothing was derived either. */
    private Optional<String> unreadConfigurations() {
        return isBehind(Topics.CONFIG.name(), 0)
                ? Optional.of("there are configurations that the topology has not read yet")
                : Optional.empty();
    }

    /** Between the task that read a configuration and the one of its connector: that one may restore its state, or work through orders. */
    private Optional<String> undeliveredConfigurations() {
        return isBehind(FunnelTopology.stampedConfigurations(application.id()), Beside.MARK)
                ? Optional.of("there are configurations that the topology has read but not judged any order by yet")
                : Optional.empty();
    }

    private boolean isBehind(String topic, long tolerated) {
        var committed = application.committed();
        if (committed.isEmpty() || !application.hasTopic(topic)) {
            return false;
        }
        return application.ends(application.partitions(topic)).entrySet().stream()
                .anyMatch(end -> committed.getOrDefault(end.getKey(), 0L) + tolerated < end.getValue());
    }
}
