package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.history.Direction;
import remfunnel.funnel.history.Precision;
import remfunnel.funnel.history.StatusEntry;
import remfunnel.funnel.history.Stay;
import remfunnel.funnel.history.Transition;

class BecauseTest {
    private static final Instant CREATED = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void tellsACreationFromAMomentThatAWebhookNamed() {
        assertThat(why(CREATED, CREATED, Precision.EXACT)).startsWith("it was created so");
        assertThat(why(LATER, LATER, Precision.EXACT)).isEqualTo("a webhook named the moment");
    }

    /** The latter is the moment of a reading where the source let modified_at stand. */
    @Test
    void putsNoMomentOfAReadingIntoTheSourcesMouth() {
        assertThat(why(CREATED, LATER, Precision.BOUNDED))
                .isEqualTo("it is known to have come after " + CREATED + ", and to have been so by " + LATER);
    }

    private static String why(Instant after, Instant by, Precision precision) {
        var entry = new StatusEntry(900101, Optional.of(after), by, precision);
        var stay = new Stay(0, "inquiry", 0, Optional.empty());
        var transition = new Transition(0, Optional.empty(), stay, Direction.ENTER, entry, Optional.empty(), true);
        return ExplainView.TransitionView.of(transition, Optional.of(CREATED))
                .why()
                .en();
    }
}
