package remfunnel.transform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.OrderEvent;
import remfunnel.funnel.history.StatusEntry;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.Origin;
import remfunnel.transform.state.Standing;
import remfunnel.transform.topology.Observing.Outcome;
import remfunnel.transform.topology.Observing.Place;

/** Events of one order at the offsets they were written to, some of them read again from there. */
class ObservingTest {
    private static final long LIFE = 1;

    private final Observing observing = new Observing();

    @Test
    void addsNothingWhenTwoReadingsOfOneMomentAreReadAgain() {
        var known = known(known(Optional.empty(), order(Given.NEW, 10), 10), order(Given.WORK, 10), 11);

        assertThat(observe(known, order(Given.NEW, 10), 10)).isInstanceOf(Outcome.Stale.class);
        assertThat(known(known, order(Given.WORK, 10), 11)).isEqualTo(known);
        assertThat(known.orElseThrow().statuses().entries())
                .extracting(StatusEntry::statusId)
                .containsExactly(Given.NEW, Given.WORK);
    }

    @Test
    void takesTheLaterWrittenOfTwoReadingsOfOneMoment() {
        var known = known(Optional.empty(), order(Given.NEW, 10), 10);

        assertThat(known(known, order(Given.WORK, 10), 11)).hasValueSatisfying(after -> {
            assertThat(after.statuses().entries()).hasSize(2);
            assertThat(after.origin()).isEqualTo(new Origin(0, 11));
        });
    }

    @Test
    void readsTheNewestEventAgain() {
        var known = known(Optional.empty(), order(Given.NEW, 10), 10);

        assertThat(known(known, order(Given.NEW, 10), 10)).isEqualTo(known);
    }

    @Test
    void takesAnEventThatIsNewerThoughItWasWrittenBefore() {
        var known = known(Optional.empty(), order(Given.NEW, 10), 11);

        assertThat(known(known, order(Given.WORK, 20), 10))
                .hasValueSatisfying(
                        after -> assertThat(after.statuses().entries()).hasSize(2));
    }

    @Test
    void leavesAnOrderThatIsGoneAloneWhenItsLastReadingOfThatMomentIsReadAgain() {
        var known = known(known(Optional.empty(), order(Given.NEW, 10), 10), Given.gone(1, 10), 11);

        assertThat(observe(known, order(Given.NEW, 10), 10)).isInstanceOf(Outcome.Stale.class);
        assertThat(known(known, Given.gone(1, 10), 11)).isEqualTo(known);
    }

    @Test
    void leavesAnOrderThatReturnedAtTheMomentOfItsLossWhereItIs() {
        var known = known(known(Optional.empty(), order(Given.NEW, 10), 10), Given.gone(1, 20), 11);
        var back = known(known, order(Given.WORK, 20), 12);

        assertThat(back).map(KnownOrder::standing).contains(Standing.WAITING);
        assertThat(observe(back, Given.gone(1, 20), 11)).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void saysNothingOfWhichCameFirstInDifferentPartitions() {
        var known = known(Optional.empty(), order(Given.NEW, 10), 11);

        var outcome = observing.observe(known, order(Given.WORK, 10), new Place(new Origin(1, 10), LIFE));

        assertThat(outcome).isInstanceOf(Outcome.News.class);
    }

    private static OrderEvent order(long status, int minute) {
        return Given.order(1, status, minute);
    }

    private Outcome observe(Optional<KnownOrder> before, OrderEvent event, long offset) {
        return observing.observe(before, event, new Place(new Origin(0, offset), LIFE));
    }

    private Optional<KnownOrder> known(Optional<KnownOrder> before, OrderEvent event, long offset) {
        return Optional.of(((Outcome.News) observe(before, event, offset)).known());
    }
}
