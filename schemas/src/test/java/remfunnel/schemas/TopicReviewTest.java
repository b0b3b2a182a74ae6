package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import remfunnel.schemas.SharedSettings.TopicSettings;

class TopicReviewTest {
    private static final int PARTITIONS = 6;

    @Test
    void aTopicAsWeMakeItDiffersInNothing() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(review(topic, topic.partitions(PARTITIONS), 1, Map.of()))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            remonline.orders, cleanup.policy, compact, delete, true
            funnel.facts, cleanup.policy, delete, compact, true
            funnel.facts, cleanup.policy, 'compact,delete', compact, true
            remonline.orders, retention.ms, 604800000, -1, true
            remonline.orders, retention.bytes, 1000000, -1, true
            funnel.rejects, retention.ms, 1000, 2592000000, false
            funnel.facts, max.message.bytes, 1048588, 8388608, false
            funnel.facts, message.timestamp.after.max.ms, 3600000, 9223372036854775807, false
            funnel.facts, delete.retention.ms, 86400000, 604800000, false
            funnel.config, min.compaction.lag.ms, 0, 315360000000, false
            funnel.facts, unclean.leader.election.enable, true, false, false
            """)
    void lessThanAgreedIsTold(String topic, String setting, String is, String should, boolean stops) {
        assertThat(review(named(topic), named(topic).partitions(PARTITIONS), 1, Map.of(setting, is)))
                .containsExactly(new TopicDifference(
                        topic,
                        setting,
                        is,
                        should,
                        stops,
                        "kafka-configs.sh --bootstrap-server BROKERS --alter --entity-type topics --entity-name "
                                + topic + " --add-config " + setting + "=" + should));
    }

    @Test
    void moreThanAgreedIsNotTold() {
        assertThat(review(Topics.REJECTS, PARTITIONS, 1, Map.of("retention.ms", "-1", "max.message.bytes", "16777216")))
                .isEmpty();
    }

    @Test
    void otherPartitionsStopTheService() {
        assertThat(review(Topics.FACTS, 12, 1, Map.of())).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo("funnel.facts: partitions is 12, should be 6");
            assertThat(difference.stops()).isTrue();
            assertThat(difference.mend()).startsWith("set REMFUNNEL_TOPICS_PARTITIONS=12 ");
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1, ''", "3, 2, ''", "3, 1, 2", "3, 3, 2", "2, 2, 1", "2, 1, ''"})
    void copiesThatAreNoSafetyAreTold(int copies, String least, String should) {
        assertThat(review(Topics.FACTS, PARTITIONS, copies, Map.of("min.insync.replicas", least)))
                .extracting(TopicDifference::should)
                .containsExactlyElementsOf(should.isEmpty() ? List.of() : List.of(should));
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 3", "5, 3, ''", "5, 4, ''", "2, 1, ''"})
    void fewerCopiesInSyncThanWishedAreTold(int copies, String least, String should) {
        var wished = new TopicSettings(PARTITIONS, null, 3);

        assertThat(review(Topics.FACTS, PARTITIONS, copies, Map.of("min.insync.replicas", least), wished))
                .extracting(TopicDifference::should)
                .containsExactlyElementsOf(should.isEmpty() ? List.of() : List.of(should));
    }

    private static List<TopicDifference> review(Topic<?> topic, int partitions, int copies, Map<String, String> other) {
        return review(topic, partitions, copies, other, new TopicSettings(PARTITIONS, null, null));
    }

    private static List<TopicDifference> review(
            Topic<?> topic, int partitions, int copies, Map<String, String> other, TopicSettings wished) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put("min.insync.replicas", "1");
        settings.put("unclean.leader.election.enable", "false");
        settings.putAll(copies == 3 ? Map.of("min.insync.replicas", "2") : Map.of());
        settings.putAll(other);
        var config = new Config(settings.entrySet().stream()
                .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
                .toList());
        return new TopicReview(wished).of(topic, described(topic, partitions, copies), config);
    }

    private static TopicDescription described(Topic<?> topic, int partitions, int copies) {
        var nodes = IntStream.range(0, copies)
                .mapToObj(id -> new Node(id, "localhost", 9092))
                .toList();
        var all = IntStream.range(0, partitions)
                .mapToObj(each -> new TopicPartitionInfo(each, nodes.getFirst(), nodes, nodes))
                .toList();
        return new TopicDescription(topic.name(), false, all);
    }

    private static Topic<?> named(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
