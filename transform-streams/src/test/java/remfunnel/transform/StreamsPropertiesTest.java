package remfunnel.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.TopicSettings;

class StreamsPropertiesTest {
    private static final TopicSettings USUAL = new TopicSettings(null, null, null);

    @Test
    void aStandbyBelongsIntoAnotherRackThanTheClientsOwn() {
        var config = config(Map.of("client.rack", "a"), USUAL, 1);

        assertThat(config.getClientTags()).containsExactly(Map.entry("rack", "a"));
        assertThat(config.getList(StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG))
                .containsExactly("rack");
        assertThat(config.getMainConsumerConfigs("group", "client", 0))
                .containsEntry(ConsumerConfig.CLIENT_RACK_CONFIG, "a");
        assertThat(config.getRestoreConsumerConfigs("client")).containsEntry(ConsumerConfig.CLIENT_RACK_CONFIG, "a");
    }

    @Test
    void tagsOfOnesOwnAreKept() {
        var config = config(
                Map.of("client.rack", "a", "client.tag.cluster", "k1", "rack.aware.assignment.tags", "cluster"),
                USUAL,
                1);

        assertThat(config.getClientTags()).containsEntry("cluster", "k1");
        assertThat(config.getList(StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG))
                .containsExactly("cluster");
    }

    @Test
    void withoutStandbysOrARackNothingIsToBeSpread() {
        assertThat(List.of(config(Map.of("client.rack", "a", "client.id", "x"), USUAL, 0), config(Map.of(), USUAL, 1)))
                .allSatisfy(config -> assertThat(config.getClientTags()).isEmpty());
    }

    @Test
    void internalTopicsAreCopiedAsOthers() {
        var config = config(Map.of(), new TopicSettings(null, (short) 3, 2), 0);

        assertThat(config.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG)).isEqualTo(3);
        assertThat(config.originals()).containsEntry("topic.min.insync.replicas", "2");
    }

    @Test
    void whatIsNotSetIsTheBrokers() {
        var config = config(Map.of(), USUAL, 0);

        assertThat(config.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG)).isEqualTo(-1);
        assertThat(config.originals()).doesNotContainKey("topic.min.insync.replicas");
    }

    private static StreamsConfig config(Map<String, String> client, TopicSettings topics, int standbys) {
        var own = new TransformSettings(
                "app", "", Path.of("state"), 1, standbys, 1, Duration.ofMillis(1), Duration.ofMillis(1), 16, null);
        var shared = new SharedSettings(new KafkaSettings(null, client), null, topics, null, null);
        return StreamsProperties.of(shared, own, new OwnAddress("localhost:1", 1, true));
    }
}
