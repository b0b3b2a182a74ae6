package remfunnel.config.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Map<String, String> SEEN = Map.of("1", "New", "2", "Done");
    private static final Map<String, String> STAGES = Map.of("1", "inquiry", "2", "paid");

    private static Drift drift(Map<String, String> there, Map<String, String> gone) {
        return Drift.between(new Drift.Sides(Optional.of(SEEN), there, gone, STAGES));
    }

    @Test
    void isNothingWhereAllIsAsItWas() {
        assertThat(drift(SEEN, Map.of()))
                .isEqualTo(Drift.between(new Drift.Sides(Optional.empty(), Map.of(), Map.of(), Map.of())));
    }

    @Test
    void tellsOfAStatusThatAppeared() {
        var drift = drift(Map.of("1", "New", "2", "Done", "3", "Waiting"), Map.of());

        assertThat(drift.appeared())
                .containsExactly(new Drift.Moved("3", "Waiting", Optional.empty(), Optional.empty()));
    }

    @Test
    void tellsOfARenamedStatusWithItsFormerName() {
        var drift = drift(Map.of("1", "Fresh", "2", "Done"), Map.of());

        assertThat(drift.renamed())
                .containsExactly(new Drift.Moved("1", "Fresh", Optional.of("New"), Optional.of("inquiry")));
    }

    @Test
    void tellsOfAVanishedStatusByItsLastName() {
        var drift = drift(Map.of("1", "New"), Map.of("2", "Finished"));

        assertThat(drift.vanished())
                .containsExactly(new Drift.Moved("2", "Finished", Optional.empty(), Optional.of("paid")));
    }

    @Test
    void takesNothingForGoneBeforeAnyNameHasCome() {
        assertThat(drift(Map.of(), Map.of()).vanished()).isEmpty();
    }

    @Test
    void takesNothingForNewBeforeStagesWereMade() {
        var drift = Drift.between(new Drift.Sides(Optional.empty(), SEEN, Map.of(), Map.of()));

        assertThat(drift.appeared()).isEmpty();
    }
}
