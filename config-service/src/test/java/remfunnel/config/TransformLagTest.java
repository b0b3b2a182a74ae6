package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.SharedSettings;

class TransformLagTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AtomicInteger asked = new AtomicInteger();

    private TransformLag lag(List<Long> ofPartitions) {
        return new TransformLag(
                () -> {
                    asked.incrementAndGet();
                    return ofPartitions;
                },
                nanos::get);
    }

    @Test
    void aConnectorWaitsForWhatIsInItsPartition() {
        int partition = ConnectorPartition.of("shop", 2);

        assertThat(lag(partition == 0 ? List.of(7L, 0L) : List.of(0L, 7L)).of("shop"))
                .contains(7L);
    }

    @Test
    void theBrokerIsAskedOnceForAllWithinTwoSeconds() {
        TransformLag lag = lag(List.of(3L));
        lag.of("shop");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
        assertThat(lag.of("other")).contains(3L);
        assertThat(asked).hasValue(1);

        nanos.incrementAndGet();
        lag.of("shop");

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsNotKnownIsAbsentAndNotAskedAgainAtOnce() {
        TransformLag lag = lag(List.of());

        assertThat(lag.of("shop")).isEmpty();
        assertThat(lag.of("shop")).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTransactionsMarkAtTheEndIsNoLag() {
        assertThat(UnreadOrders.unread(10, Optional.of(9L))).isZero();
        assertThat(UnreadOrders.unread(10, Optional.of(8L))).isEqualTo(2);
        assertThat(UnreadOrders.unread(10, Optional.of(11L))).isZero();
        assertThat(UnreadOrders.unread(10, Optional.empty())).isEqualTo(10);
    }

    @Test
    void aBrokerThatIsAwayKnowsNothing() {
        var kafka = new SharedSettings.KafkaSettings("127.0.0.1:1", null);
        try (var unread = new UnreadOrders(new SharedSettings(kafka, null, null, null, null), "transform", 300)) {
            assertThat(unread.get()).isEmpty();
        }
    }

    @Test
    void anExplanationGetsTheLagAndKeepsItsPayloadAsItIs() {
        assertThat(ExplainController.withLag("{\"standing\":\"IN_FUNNEL\",\"event\":{\"payload\":{\"sum\":1.50}}}", 9))
                .isEqualTo("{\"lag\":9,\"standing\":\"IN_FUNNEL\",\"event\":{\"payload\":{\"sum\":1.50}}}");
    }
}
