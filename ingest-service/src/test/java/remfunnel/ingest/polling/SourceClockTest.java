package remfunnel.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SourceClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final SourceClock clock = new SourceClock(nanos::get);

    @Test
    void goesOnBetweenAnswers() {
        clock.answered(NOON, NOON);
        pass(Duration.ofSeconds(10));

        assertThat(clock.now()).contains(NOON.plusSeconds(10));
    }

    @Test
    void doesNotBelieveASingleAnswerThatIsFarAhead() {
        clock.answered(NOON, NOON);
        pass(Duration.ofSeconds(5));

        var believed = clock.answered(NOON.plusSeconds(3_600), NOON);

        assertThat(believed).isEqualTo(NOON.plusSeconds(5));
        assertThat(clock.isInDoubt()).isTrue();
        assertThat(clock.now()).contains(NOON.plusSeconds(5));
    }

    @Test
    void forgetsAWrongTimeWhenTheNextAnswerIsRight() {
        clock.answered(NOON, NOON);
        clock.answered(NOON.plusSeconds(3_600), NOON);

        clock.answered(NOON.plusSeconds(1), NOON);

        assertThat(clock.isInDoubt()).isFalse();
        assertThat(clock.now()).contains(NOON.plusSeconds(1));
    }

    @Test
    void believesATimeFarAheadOnceASecondAnswerConfirmsIt() {
        clock.answered(NOON, NOON);
        clock.answered(NOON.plusSeconds(3_600), NOON);
        pass(Duration.ofSeconds(2));

        var believed = clock.answered(NOON.plusSeconds(3_602), NOON);

        assertThat(believed).isEqualTo(NOON.plusSeconds(3_602));
        assertThat(clock.isInDoubt()).isFalse();
    }

    @Test
    void takesTwoWrongTimesThatDisagreeForNoConfirmation() {
        clock.answered(NOON, NOON);
        clock.answered(NOON.plusSeconds(3_600), NOON);

        clock.answered(NOON.plusSeconds(86_400), NOON);

        assertThat(clock.now()).contains(NOON);
    }

    @Test
    void measuresTheFirstAnswerByOurOwnClock() {
        var first = clock.answered(NOON.plusSeconds(3_600), NOON);
        var second = clock.answered(NOON.plusSeconds(3_600), NOON);

        assertThat(first).isEqualTo(NOON);
        assertThat(second).isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void believesATimeThatLiesBehindAtOnce() {
        clock.answered(NOON, NOON);

        clock.answered(NOON.minusSeconds(600), NOON);

        assertThat(clock.now()).contains(NOON.minusSeconds(600));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
