package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Turns turns = new Turns(SLICE);

    @Test
    void goesOnWithSlicesWhereNoRecordComes() {
        assertThat(turns.isForSlice(NOW)).isTrue();
        turns.sliceEnded(NOW);
        assertThat(turns.isForSlice(NOW)).isTrue();
    }

    @Test
    void letsThoseGoFirstThatWaitedForASlice() {
        turns.sliceEnded(NOW);
        come(1);
        assertThat(turns.isForSlice(NOW)).isFalse();
        come(3);
        assertThat(turns.isForSlice(NOW.plusMillis(20))).isTrue();
    }

    @Test
    void givesABacklogTheTimeOfASlice() {
        turns.sliceEnded(NOW);
        come(1);
        assertThat(turns.isForSlice(NOW)).isFalse();
        come(100);
        assertThat(turns.isForSlice(NOW.plusMillis(20))).isFalse();
        come(100);
        assertThat(turns.isForSlice(NOW.plusMillis(40))).isFalse();
        come(100);
        assertThat(turns.isForSlice(NOW.plusMillis(60))).isTrue();
    }

    private void come(int records) {
        for (int i = 0; i < records; i++) {
            turns.recordCame();
        }
    }
}
