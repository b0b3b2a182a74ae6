package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import remfunnel.ConnectorState;
import remfunnel.ingest.polling.Tally;

class ConnectorMetersTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final Freshness freshness =
            new Freshness(nanos::get, () -> NOON.plusNanos(nanos.get()), () -> Optional.of(NOON.minusSeconds(3600)));
    private final ConnectorMeters meters = new ConnectorMeters(registry, "shop", new Tally());

    @Test
    void lagGrowsUntilTheNextPollAndAgeAsLongAsThereIsMoreToRead() {
        meters.polls(freshness, Duration.ofSeconds(30));
        nanos.set(Duration.ofSeconds(90).toNanos());
        assertThat(gauge("remfunnel.poll.lag")).isEqualTo(90);

        freshness.polled();

        assertThat(gauge("remfunnel.poll.lag")).isZero();
        assertThat(gauge("remfunnel.unread.age")).isEqualTo(3690);
        assertThat(gauge("remfunnel.poll.interval")).isEqualTo(30);
    }

    @Test
    void ofOneThatRestsThereIsNoLag() {
        meters.polls(freshness, Duration.ofSeconds(30));

        meters.rests();

        assertThat(registry.find("remfunnel.poll.lag").gauge()).isNull();
        assertThat(registry.find("remfunnel.unread.age").gauge()).isNull();
    }

    @Test
    void isInOneStateAtATime() {
        meters.stands(ConnectorState.KEY_REFUSED);

        assertThat(registry.find("remfunnel.connector.state").gauges())
                .filteredOn(gauge -> gauge.value() == 1)
                .extracting(gauge -> gauge.getId().getTag("state"))
                .containsExactly("KEY_REFUSED");
    }

    @Test
    void whichDictionaryWasAskedForIsNoLabel() {
        meters.answered("dictionary STATUS", "200", Duration.ofMillis(5));
        meters.answered("dictionary EMPLOYEE", "200", Duration.ofMillis(5));

        assertThat(registry.find("remfunnel.api.requests").timers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(2));
    }

    @Test
    void theBudgetIsThatOfTheKeyThatWasGivenLast() {
        meters.within(() -> 3);

        meters.within(() -> 2);

        assertThat(registry.find("remfunnel.api.budget").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(2));
    }

    @Test
    void leavesNothingBehind() {
        meters.polls(freshness, Duration.ofSeconds(30));
        meters.within(() -> 3);
        meters.answered("orders", "429", Duration.ofMillis(5));

        meters.close();

        assertThat(registry.getMeters()).isEmpty();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
