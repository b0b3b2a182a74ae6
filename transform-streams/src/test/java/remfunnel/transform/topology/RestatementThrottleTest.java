package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestatementThrottleTest {
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final RestatementThrottle throttle = new RestatementThrottle(SLICE);

    @Test
    void goesOnWithSlicesWhereNoRecordComes() {
        assertThat(throttle.isForSlice(NOW)).isTrue();
        throttle.sliceEnded(NOW);
        assertThat(throttle.isForSlice(NOW)).isTrue();
    }

    @Test
    void letsThoseGoFirstThatWaitedForASlice() {
        throttle.sliceEnded(NOW);
        come(1);
        assertThat(throttle.isForSlice(NOW)).isFalse();
        come(3);
        assertThat(throttle.isForSlice(NOW.plusMillis(20))).isTrue();
    }

    @Test
    void givesABacklogTheTimeOfASlice() {
        throttle.sliceEnded(NOW);
        come(1);
        assertThat(throttle.isForSlice(NOW)).isFalse();
        come(100);
        assertThat(throttle.isForSlice(NOW.plusMillis(20))).isFalse();
        come(100);
        assertThat(throttle.isForSlice(NOW.plusMillis(40))).isFalse();
        come(100);
        assertThat(throttle.isForSlice(NOW.plusMillis(60))).isTrue();
    }

    private void come(int records) {
        for (int i = 0; i < records; i++) {
            throttle.recordCame();
        }
    }
}
