package remfunnel.funnel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static remfunnel.funnel.history.Histories.at;
import static remfunnel.funnel.history.Histories.order;
import static remfunnel.funnel.history.Histories.seen;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.Issue;

class StatusHistoryTest {
    @Test
    void infersTheFirstStatusBetweenCreationAndChange() {
        var history = StatusHistory.empty().observe(order(1, 100), seen(150));

        assertThat(history.entries())
                .containsExactly(new StatusEntry(1, Optional.of(at(0)), at(100), Precision.INFERRED));
    }

    @Test
    void knowsTheFirstStatusExactlyWhenNothingChangedSinceCreation() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(150));

        assertThat(history.entries()).containsExactly(new StatusEntry(1, Optional.of(at(0)), at(0), Precision.EXACT));
    }

    @Test
    void boundsALaterStatusByTheFormerReading() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(150)).observe(order(2, 200), seen(210));

        assertThat(history.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(150)), at(200), Precision.BOUNDED));
    }

    @Test
    void boundsALaterStatusByACompletePollAfterTheFormerReading() {
        var known = new Observation(at(210), Optional.of(at(180)), Optional.empty());
        var older = new Observation(at(210), Optional.of(at(20)), Optional.empty());
        var first = StatusHistory.empty().observe(order(1, 0), seen(150));

        assertThat(first.observe(order(2, 200), known).entries().getLast().after())
                .contains(at(180));
        assertThat(first.observe(order(2, 200), older).entries().getLast().after())
                .contains(at(150));
    }

    @Test
    void boundsByTheLatestReadingEvenOfTheSameStatus() {
        var history = StatusHistory.empty()
                .observe(order(1, 0), seen(10))
                .observe(order(1, 50), seen(60))
                .observe(order(2, 100), seen(110));

        assertThat(history.entries()).hasSize(2);
        assertThat(history.entries().getLast().after()).contains(at(60));
    }

    @Test
    void neverPutsTheStartBehindTheEndWhenClocksDiffer() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(150)).observe(order(2, 149), seen(210));

        assertThat(history.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(149)), at(149), Precision.BOUNDED));
    }

    @Test
    void boundsByTheFormerChangeWhereAnAnswerWasDatedLongAfterItWasMade() {
        var history = StatusHistory.empty().observe(order(1, 100), seen(150)).observe(order(2, 140), seen(210));

        assertThat(history.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(100)), at(140), Precision.BOUNDED));
    }

    @Test
    void boundsByTheReadingsWhereTheSourceLetModifiedAtStand() {
        var history = StatusHistory.empty().observe(order(1, 100), seen(4_000)).observe(order(2, 100), seen(7_600));

        assertThat(history.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(4_000)), at(7_600), Precision.BOUNDED));
    }

    @Test
    void neverPutsTheStartOfTheFirstBehindItsEnd() {
        var history = StatusHistory.empty().observe(order(1, -60), seen(150));

        assertThat(history.entries())
                .containsExactly(new StatusEntry(1, Optional.of(at(-60)), at(-60), Precision.INFERRED));
    }

    @Test
    void takesTheMomentThatAWebhookNames() {
        var webhook = new Observation(at(210), Optional.empty(), Optional.of(at(199)));

        var history = StatusHistory.empty().observe(order(1, 0), seen(150)).observe(order(2, 200), webhook);

        assertThat(history.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(199)), at(199), Precision.EXACT));
    }

    @Test
    void ignoresEventsOlderThanTheNewestKnown() {
        var history = StatusHistory.empty().observe(order(2, 200), seen(210));

        assertThat(history.observe(order(1, 199), seen(300))).isEqualTo(history);
        assertThat(history.observe(order(1, 200), seen(209))).isEqualTo(history);
        assertThat(history.lost(at(100), at(400))).isEqualTo(history);
        assertThat(history.isStale(at(200), at(210))).isFalse();
        assertThat(history.isStale(at(200), at(209))).isTrue();
        assertThat(StatusHistory.empty().isStale(at(0), at(0))).isFalse();
    }

    @Test
    void changesNothingWhenTheSameEventComesTwice() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(10)).observe(order(2, 200), seen(210));

        assertThat(history.observe(order(2, 200), seen(210))).isEqualTo(history);
    }

    @Test
    void tellsAReadingOfTheVeryMomentOfWhatIsKnownFromANewerOne() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(10)).observe(order(2, 200), seen(210));
        var lost = history.lost(at(300), at(310));

        assertThat(history.isTie(at(200), at(210))).isTrue();
        assertThat(history.isTie(at(200), at(211))).isFalse();
        assertThat(history.isTie(at(201), at(210))).isFalse();
        assertThat(lost.isTie(at(200), at(210))).isTrue();
        assertThat(lost.isTie(at(250), at(310))).isTrue();
        assertThat(lost.isTie(at(250), at(311))).isFalse();
        assertThat(StatusHistory.empty().isTie(at(0), at(0))).isFalse();
    }

    @Test
    void takesAnOrderBackThatReturnsWithAnOlderModifiedAtThanItsLoss() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(10)).lost(at(100), at(110));

        var back = history.observe(order(2, 60), seen(120));

        assertThat(history.entries()).hasSize(1);
        assertThat(back.entries().getLast())
                .isEqualTo(new StatusEntry(2, Optional.of(at(10)), at(60), Precision.BOUNDED));
    }

    @Test
    void leavesAsideWhatWasReadBeforeTheOrderWasGone() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(10)).lost(at(100), at(110));

        assertThat(history.observe(order(2, 105), seen(109))).isEqualTo(history);
        assertThat(history.lost(at(100), at(109))).isEqualTo(history);
    }

    @Test
    void leavesALossAsideThatIsOlderThanTheReturn() {
        var history = StatusHistory.empty()
                .observe(order(1, 0), seen(10))
                .lost(at(100), at(110))
                .observe(order(1, 60), seen(120));

        assertThat(history.isStaleLoss(at(100), at(115))).isTrue();
        assertThat(history.isStaleLoss(at(100), at(120))).isFalse();
    }

    @Test
    void readsAHistoryOfAnOrderThatWasNeverGoneAsEarlierReleasesWroteIt() {
        var history = StatusHistory.empty().observe(order(1, 0), seen(10));
        var lost = history.lost(at(100), at(110));

        assertThat(history.encode()).startsWith(1);
        assertThat(lost.encode()).startsWith(2);
        assertThat(StatusHistory.decode(lost.encode())).isEqualTo(lost);
        assertThat(StatusHistory.isCut(lost.encode())).isFalse();
    }

    @Test
    void keepsTheFirstAndTheLastEntriesOfAVeryLongHistory() {
        var history = StatusHistory.empty();
        for (int i = 0; i < 1_200; i++) {
            history = history.observe(order(i % 500, i), seen(i));
        }

        assertThat(history.entries()).hasSize(1_000);
        assertThat(history.dropped()).isEqualTo(200);
        assertThat(history.entries().getFirst().statusId()).isZero();
        assertThat(history.entries().get(499).by()).isEqualTo(at(499));
        assertThat(history.entries().get(500).by()).isEqualTo(at(700));
        assertThat(history.entries().getLast().by()).isEqualTo(at(1_199));
        assertThat(StatusHistory.decode(history.encode())).isEqualTo(history);
        assertThat(StatusHistory.isCut(history.encode())).isTrue();
        assertThat(StatusHistory.isCut(StatusHistory.empty().encode())).isFalse();
        assertThat(history.issues()).singleElement().extracting(Issue::code).isEqualTo("HISTORY_TOO_LONG");
    }

    @Test
    void keepsTheFirstEntryIntoEachOfAHundredLaterStatusesOfAVeryLongHistory() {
        var history = StatusHistory.empty();
        for (int i = 0; i < 3_000; i++) {
            history = history.observe(order(i, i), seen(i));
        }

        assertThat(history.entries()).hasSize(1_000);
        assertThat(history.entries().get(599).statusId()).isEqualTo(599);
        assertThat(history.entries().get(600).statusId()).isEqualTo(2_600);
    }

    @Test
    void comesBackFromItsBytes() {
        var history = StatusHistory.empty()
                .observe(order(1, 0), seen(10))
                .observe(order(2, 100), new Observation(at(110), Optional.empty(), Optional.of(at(99).plusMillis(7))));

        assertThat(StatusHistory.decode(history.encode())).isEqualTo(history);
        assertThat(StatusHistory.decode(StatusHistory.empty().encode())).isEqualTo(StatusHistory.empty());
        assertThat(history.encode()).hasSizeLessThan(50);
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        assertThatThrownBy(() -> StatusHistory.decode(new byte[] {7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 7");
    }
}
