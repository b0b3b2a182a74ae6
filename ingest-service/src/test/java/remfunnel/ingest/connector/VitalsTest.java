package remfunnel.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import remfunnel.ingest.kafka.JournalClosedException;

class VitalsTest {
    private final Vitals vitals = new Vitals();

    @Test
    void knowsOfALoopThatAnErrorEnded() {
        var loop = vitals.watched("live", () -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(loop::run).isInstanceOf(StackOverflowError.class);
        assertThat(vitals.dead()).containsOnlyKeys("live");
    }

    @Test
    void takesALoopThatEndedAsItShouldForNoDeath() {
        vitals.watched("ended", () -> {}).run();
        vitals.watched("given away", () -> {
                    throw new JournalClosedException("not ours any more");
                })
                .run();

        assertThat(vitals.dead()).isEmpty();
    }

    @Test
    void namesTheBugThatEndedALoop() {
        vitals.watched("live", () -> {
                    throw new IllegalStateException("a bug");
                })
                .run();

        assertThat(vitals.dead()).containsEntry("live", "IllegalStateException");
    }
}
