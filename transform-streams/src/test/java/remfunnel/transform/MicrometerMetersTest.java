package remfunnel.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.Topics;
import remfunnel.transform.topology.Cause;

class MicrometerMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeters meters = new MicrometerMeters(registry);

    @Test
    void theFirstRejectIsSeenToCome() {
        assertThat(rejects()).isZero();

        meters.rejected(Topics.ORDERS.name());

        assertThat(rejects()).isOne();
    }

    @Test
    void whatIsWrittenIsCountedByItsCause() {
        meters.wrote(Topics.FACTS, Cause.NAMES);

        assertThat(registry.get("remfunnel.records.written")
                        .tags("topic", "funnel.facts", "cause", "NAMES")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void aRestatementThatGoesOnElsewhereDoesNotSeemStuckHere() {
        meters.restating("shop", 10, 300);
        assertThat(registry.get("remfunnel.restatement.orders").gauge().value()).isEqualTo(300);

        meters.leftRestating("shop");

        assertThat(registry.find("remfunnel.restatement.orders").gauge()).isNull();
        assertThat(registry.find("remfunnel.restatement.done").gauge()).isNull();
    }

    private double rejects() {
        return registry.get("remfunnel.rejects")
                .tag("topic", "remonline.orders")
                .counter()
                .count();
    }
}
