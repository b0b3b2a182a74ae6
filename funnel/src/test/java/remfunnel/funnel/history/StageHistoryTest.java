package remfunnel.funnel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static remfunnel.funnel.history.Histories.MORE_WORK;
import static remfunnel.funnel.history.Histories.NEW;
import static remfunnel.funnel.history.Histories.PAID;
import static remfunnel.funnel.history.Histories.UNKNOWN;
import static remfunnel.funnel.history.Histories.WORK;
import static remfunnel.funnel.history.Histories.funnel;
import static remfunnel.funnel.history.Histories.order;
import static remfunnel.funnel.history.Histories.seen;
import static remfunnel.funnel.history.Histories.through;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import remfunnel.funnel.Marker;
import remfunnel.funnel.StageDraft;

class StageHistoryTest {
    @Test
    void countsStatusesOfOneStageAsOneStay() {
        var stages = StageHistory.of(through(NEW, WORK, MORE_WORK), funnel());

        assertThat(stages.stays()).extracting(Stay::stageId).containsExactly("new", "work");
        assertThat(stages.current()).map(Stay::entry).contains(1);
    }

    @Test
    void countsAStayInUnmappedStatusesAsOneToo() {
        var stages = StageHistory.of(through(UNKNOWN, UNKNOWN + 1), funnel());

        assertThat(stages.current()).map(Stay::stageId).contains("_unmapped");
        assertThat(stages.current()).map(Stay::entry).contains(0);
    }

    @Test
    void hasNoStayBeforeAnOrderIsRead() {
        assertThat(StageHistory.of(StatusHistory.empty(), funnel()).current()).isEmpty();
    }

    @Test
    void tellsWhichWayEachEntryLed() {
        var directions = transitions(through(NEW, PAID, WORK, NEW, UNKNOWN, MORE_WORK)).stream()
                .map(Transition::direction);

        assertThat(directions)
                .containsExactly(
                        Direction.ENTER,
                        Direction.FORWARD,
                        Direction.REOPEN,
                        Direction.BACK,
                        Direction.BACK,
                        Direction.FORWARD);
    }

    @Test
    void tellsFirstEntriesFromReturns() {
        var firsts = transitions(through(NEW, WORK, NEW, WORK, PAID)).stream().map(Transition::first);

        assertThat(firsts).containsExactly(true, true, false, false, true);
    }

    @Test
    void boundsTheTimeInTheStageLeftFromItsEarliestEntryToTheLatestExit() {
        var dwells = transitions(through(NEW, WORK, MORE_WORK, PAID)).stream().map(Transition::dwell);

        assertThat(dwells)
                .containsExactly(
                        Optional.empty(), Optional.of(Duration.ofSeconds(100)), Optional.of(Duration.ofSeconds(290)));
    }

    @Test
    void findsNoTimeInAStageThatWasLeftBeforeItWasEntered() {
        var history = StatusHistory.empty()
                .observe(order(NEW, 100), seen(4_000))
                .observe(order(WORK, 100), seen(7_600))
                .observe(order(PAID, 3_000), seen(7_700));

        assertThat(transitions(history).getLast().dwell()).contains(Duration.ZERO);
    }

    @Test
    void followsTheStageMap() {
        var history = through(NEW, WORK, MORE_WORK);
        var split = funnel(List.of(
                new StageDraft("start", "Start", Optional.empty(), List.of(NEW, WORK)),
                new StageDraft("more", "More", Optional.empty(), List.of(MORE_WORK))));

        var transitions = StageHistory.of(history, split).transitions(history);

        assertThat(transitions).extracting(each -> each.to().stageId()).containsExactly("start", "more");
        assertThat(transitions).extracting(Transition::n).containsExactly(0, 1);
    }

    @Test
    void keepsTheBeginningAndTheLastTwoStaysOfALoop() {
        var before = through(loop(1_200));
        var after = through(loop(1_201));

        var former = StageHistory.of(before, funnel()).transitions(before);
        var present = StageHistory.of(after, funnel()).transitions(after);

        assertThat(former.subList(0, 500)).isEqualTo(present.subList(0, 500));
        assertThat(former).hasSize(502);
        assertThat(present.getLast().to().stageId()).isEqualTo("new");
        assertThat(present.getLast().entry()).isEqualTo(after.entries().getLast());
    }

    @Test
    void sharesTheTransitionsThatBothHistoriesTell() {
        var before = through(NEW, WORK, NEW);
        var after = through(NEW, WORK, NEW, PAID);
        var former = StageHistory.of(before, funnel());
        var present = StageHistory.of(after, funnel());

        int shared = present.shared(after, former, before);

        assertThat(shared).isEqualTo(3);
        assertThat(present.transitions(after).subList(0, shared)).isEqualTo(former.transitions(before));
        assertThat(present.transitions(after, shared))
                .isEqualTo(List.of(transitions(after).getLast()));
    }

    @Test
    void sharesNothingBehindAStayThatAnotherMapTellsOtherwise() {
        var history = through(NEW, WORK, MORE_WORK, PAID);
        var renamed = funnel(List.of(
                new StageDraft("new", "New", Optional.of(Marker.INITIAL), List.of(NEW)),
                new StageDraft("busy", "Busy", Optional.empty(), List.of(WORK, MORE_WORK)),
                new StageDraft("paid", "Paid", Optional.of(Marker.SUCCESS), List.of(PAID))));

        assertThat(StageHistory.of(history, renamed).shared(history, StageHistory.of(history, funnel()), history))
                .isEqualTo(1);
    }

    @Test
    void sharesNothingWithAHistoryThatBeganAtAnotherTime() {
        var one = through(NEW, WORK);
        var other = StatusHistory.empty().observe(order(NEW, 5), seen(20)).observe(order(WORK, 100), seen(110));

        assertThat(StageHistory.of(one, funnel()).shared(one, StageHistory.of(other, funnel()), other))
                .isZero();
    }

    @Test
    void takesNothingForSharedWhereEntriesMayBeMissing() {
        var before = through(loop(1_200));
        var after = through(loop(1_201));

        assertThat(StageHistory.of(after, funnel()).shared(after, StageHistory.of(before, funnel()), before))
                .isZero();
    }

    @Test
    void comesBackFromItsBytes() {
        var stages = StageHistory.of(through(NEW, WORK, UNKNOWN, PAID), funnel());

        assertThat(StageHistory.decode(stages.encode())).isEqualTo(stages);
        assertThat(stages.encode()).hasSizeLessThan(50);
        assertThat(stages.entered()).containsExactlyInAnyOrder("new", "work", "_unmapped", "paid");
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        assertThatThrownBy(() -> StageHistory.decode(new byte[] {7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 7");
    }

    private static List<Transition> transitions(StatusHistory history) {
        return StageHistory.of(history, funnel()).transitions(history);
    }

    private static long[] loop(int statuses) {
        return LongStream.range(0, statuses).map(i -> i % 2 == 0 ? NEW : WORK).toArray();
    }
}
