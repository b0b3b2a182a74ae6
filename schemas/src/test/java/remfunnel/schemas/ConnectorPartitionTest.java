package remfunnel.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import remfunnel.Component;
import remfunnel.DictionaryKind;

class ConnectorPartitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "tver-repair", "a", "0-0", "a-connector-with-the-longest-id-there-is-40"})
    void isWhereKafkaPutsThePlainConnectorId(String connector) {
        int kafkas = BuiltInPartitioner.partitionForKey(connector.getBytes(StandardCharsets.UTF_8), 6);

        assertThat(ConnectorPartition.of(connector, 6)).isEqualTo(kafkas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "tver-repair"})
    void isOneForAllKeysOfAConnector(String connector) {
        int home = ConnectorPartition.of(connector, 6);

        assertThat(ConnectorPartition.ofKey(Keys.order(connector, 60000001), 6)).isEqualTo(home);
        assertThat(ConnectorPartition.ofKey(Keys.status(connector, Component.INGEST), 6))
                .isEqualTo(home);
        assertThat(ConnectorPartition.ofKey(Keys.dictionary(connector, DictionaryKind.STATUS, "1"), 6))
                .isEqualTo(home);
        assertThat(new ConnectorStreamPartitioner<String, String>()
                        .partitions("funnel.facts", Keys.order(connector, 1), "", 6))
                .isEqualTo(Optional.of(Set.of(home)));
    }
}
