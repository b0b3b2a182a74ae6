package remfunnel.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import remfunnel.schemas.SharedSettings.TopicSettings;

/** Compares a topic that is there with the catalogue: others may keep more or for longer, never less. */
final class TopicReview {

    private static final String CLEANUP = "cleanup.policy";
    private static final String UNCLEAN = "unclean.leader.election.enable";

    /** Those for which -1 is without end. */
    private static final Set<String> RETENTION = Set.of("retention.ms", "retention.bytes");

    private static final String FOR_EVER = "-1";

    /** From so many copies on, a write that only one of them has is a choice, and a bad one. */
    private static final int COPIES_THAT_CAN_MISS_ONE = 3;

    private final TopicSettings wished;

    TopicReview(TopicSettings wished) {
        this.wished = wished;
    }

    List<TopicDifference> of(Topic<?> topic, TopicDescription there, Config config) {
        List<TopicDifference> found = new ArrayList<>();
        partitions(topic, there.partitions().size()).forEach(found::add);
        topic.settings().entrySet().stream()
                .flatMap(agreed -> value(config, agreed.getKey()).stream().flatMap(is -> setting(topic, agreed, is)))
                .forEach(found::add);
        int copies = there.partitions().getFirst().replicas().size();
        copies(topic, copies).forEach(found::add);
        safety(topic, copies, config).forEach(found::add);
        return found;
    }

    private Stream<TopicDifference> partitions(Topic<?> topic, int found) {
        int agreed = topic.partitions(wished.partitions());
        String mend = agreed == 1
                ? "its offsets order all of its records, so make it anew with one partition"
                : "set REMFUNNEL_TOPICS_PARTITIONS=" + found + " if all topics have as many, else make it anew:"
                        + " records would not be found where they are";
        return found == agreed
                ? Stream.empty()
                : Stream.of(new TopicDifference(topic.name(), "partitions", "" + found, "" + agreed, true, mend));
    }

    private static Stream<TopicDifference> setting(Topic<?> topic, Map.Entry<String, String> agreed, String is) {
        String setting = agreed.getKey();
        String should = agreed.getValue();
        if (setting.equals(CLEANUP)) {
            return is.equals(should)
                    ? Stream.empty()
                    : Stream.of(TopicDifference.ofSetting(topic.name(), setting, is, should, true));
        }
        boolean endless = RETENTION.contains(setting) && should.equals(FOR_EVER);
        return isAtLeast(setting, is, should)
                ? Stream.empty()
                : Stream.of(TopicDifference.ofSetting(topic.name(), setting, is, should, endless));
    }

    private static boolean isAtLeast(String setting, String is, String should) {
        if (RETENTION.contains(setting) && (is.equals(FOR_EVER) || should.equals(FOR_EVER))) {
            return is.equals(FOR_EVER);
        }
        return Long.parseLong(is) >= Long.parseLong(should);
    }

    private Stream<TopicDifference> copies(Topic<?> topic, int copies) {
        return copies >= wished.replicationFactor()
                ? Stream.empty()
                : Stream.of(new TopicDifference(
                        topic.name(),
                        "replication factor",
                        "" + copies,
                        "" + wished.replicationFactor(),
                        false,
                        "kafka-reassign-partitions.sh, or set REMFUNNEL_TOPICS_REPLICATION_FACTOR=" + copies));
    }

    /** The broker's own defaults, which the catalogue leaves to it, as far as they would lose what was acknowledged, or stop writing. */
    private Stream<TopicDifference> safety(Topic<?> topic, int copies, Config config) {
        int least =
                value(config, TopicSettings.MIN_INSYNC).map(Integer::valueOf).orElse(1);
        boolean isRisky = copies >= COPIES_THAT_CAN_MISS_ONE && least < 2;
        boolean stopsWithOne = copies > 1 && least >= copies;
        boolean isLessThanWished = wished.minInsyncReplicas() != null
                && wished.minInsyncReplicas() < copies
                && least < wished.minInsyncReplicas();
        int should = isLessThanWished ? wished.minInsyncReplicas() : Math.max(1, copies - 1);
        var insync = isRisky || stopsWithOne || isLessThanWished
                ? Stream.of(TopicDifference.ofSetting(
                        topic.name(), TopicSettings.MIN_INSYNC, "" + least, "" + should, false))
                : Stream.<TopicDifference>empty();
        var unclean = value(config, UNCLEAN).map(Boolean::valueOf).orElse(false)
                ? Stream.of(TopicDifference.ofSetting(topic.name(), UNCLEAN, "true", "false", false))
                : Stream.<TopicDifference>empty();
        return Stream.concat(insync, unclean);
    }

    /** Empty where the broker is too old to know the setting. */
    private static Optional<String> value(Config config, String setting) {
        return Optional.ofNullable(config.get(setting)).map(ConfigEntry::value);
    }
}
