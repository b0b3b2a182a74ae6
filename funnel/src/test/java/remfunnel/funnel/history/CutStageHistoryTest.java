package remfunnel.funnel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static remfunnel.funnel.history.Histories.MORE_WORK;
import static remfunnel.funnel.history.Histories.NEW;
import static remfunnel.funnel.history.Histories.PAID;
import static remfunnel.funnel.history.Histories.UNKNOWN;
import static remfunnel.funnel.history.Histories.WORK;
import static remfunnel.funnel.history.Histories.at;
import static remfunnel.funnel.history.Histories.funnel;
import static remfunnel.funnel.history.Histories.through;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of a history whose middle was dropped. */
class CutStageHistoryTest {
    @Test
    void aStayThatMayHaveBegunInTheDroppedMiddleBeganAfterWhatIsKnownBeforeIt() {
        long[] statuses = loop(1_200);
        Arrays.setAll(
                statuses, i -> i < 4 ? i + 1 : i < 500 ? (i % 2 == 0 ? NEW : PAID) : i % 2 == 0 ? WORK : MORE_WORK);
        var history = through(statuses);

        var last = StageHistory.of(history, funnel()).transitions(history).getLast();

        assertThat(history.dropped()).isPositive();
        assertThat(last.to().stageId()).isEqualTo("work");
        assertThat(last.entry().after().orElseThrow()).isBefore(at(100 * 500));
        assertThat(last.entry().by()).isAfter(at(100 * 500));
    }

    /** What is told as one stay since the beginning was left and entered again in the dropped middle. */
    @Test
    void aStayThatReachesOverTheDroppedMiddleMayHaveBegunAtItsEnd() {
        long[] statuses = loop(1_400);
        statuses[3] = MORE_WORK;
        IntStream.range(700, 1_400).forEach(i -> statuses[i] = i % 2 == 0 ? MORE_WORK : WORK);

        var last = transitions(through(statuses)).getLast();

        assertThat(last.to().stageId()).isEqualTo("work");
        assertThat(last.entry().after().orElseThrow()).isBeforeOrEqualTo(at(100 * 499));
        assertThat(last.entry().by()).isAfterOrEqualTo(at(100 * 699));
        assertThat(last.entry().precision()).isEqualTo(Precision.BOUNDED);
    }

    /** What they add to the totals stays; when they began is not told by a history that has lost entries since. */
    @Test
    void staysWhoseHistoryWentOnWithoutThemTellNoTransitions() {
        var history = through(loop(1_200));
        var stages = StageHistory.of(history, funnel());

        var undated = stages.undated();

        assertThat(undated.transitions(history)).isEmpty();
        assertThat(undated.entered()).isEqualTo(stages.entered());
        assertThat(StageHistory.decode(undated.encode())).isEqualTo(undated).isNotEqualTo(stages);
    }

    /** Its status came up late, so its first entry is kept; the stage was left and entered again behind it. */
    @Test
    void aStayThatBeganAmongTheKeptFirstsMayHaveBegunAfterThem() {
        long[] statuses = loop(1_500);
        Arrays.setAll(statuses, i -> i < 700 ? (i % 2 == 0 ? NEW : PAID) : i % 2 == 0 ? MORE_WORK : WORK);
        statuses[500] = MORE_WORK;
        var history = through(statuses);
        var stages = StageHistory.of(history, funnel());

        assertThat(stages.currentEntry(history))
                .isEqualTo(stages.transitions(history).getLast().entry());
        assertThat(stages.currentEntry(history).after().orElseThrow()).isBeforeOrEqualTo(at(100 * 500));
        assertThat(stages.currentEntry(history).by()).isAfterOrEqualTo(at(100 * 700));
    }

    @Test
    void theLatestEntryOfALongHistoryIsWithinItsInterval() {
        for (int seed = 0; seed < 40; seed++) {
            long[] statuses = wandering(new Random(seed));
            var history = through(statuses);

            var entry = StageHistory.of(history, funnel()).currentEntry(history);

            var truth = at(100 * latestEntry(statuses));
            assertThat(truth)
                    .as("seed %d", seed)
                    .isAfterOrEqualTo(entry.after().orElseThrow())
                    .isBeforeOrEqualTo(entry.by());
        }
    }

    /** For a while to and fro between two statuses, then between others. */
    private static long[] wandering(Random random) {
        long[] all = {NEW, WORK, MORE_WORK, PAID, UNKNOWN};
        long[] statuses = new long[1_050 + random.nextInt(1_500)];
        long one = NEW;
        long other = WORK;
        for (int i = 0; i < statuses.length; i++) {
            if (random.nextInt(150) == 0) {
                one = all[random.nextInt(all.length)];
                other = all[random.nextInt(all.length)];
            }
            statuses[i] = i % 2 == 0 ? one : other;
        }
        return statuses;
    }

    private static int latestEntry(long[] statuses) {
        int last = statuses.length - 1;
        while (last > 0 && funnel().stageOf(statuses[last - 1]).equals(funnel().stageOf(statuses[last]))) {
            last--;
        }
        return last;
    }

    @Test
    void forgetsNoStageThatWasEnteredInTheDroppedMiddle() {
        long[] statuses = loop(2_400);
        statuses[600] = PAID;
        statuses[900] = UNKNOWN;
        var history = through(statuses);

        var stages = StageHistory.of(history, funnel());

        assertThat(stages.entered()).containsExactlyInAnyOrder("new", "work", "paid", "_unmapped");
        assertThat(stages.transitions(history))
                .filteredOn(Transition::first)
                .extracting(each -> each.to().stageId(), each -> each.entry().by())
                .contains(tuple("paid", at(100 * 600)), tuple("_unmapped", at(100 * 900)));
    }

    @Test
    void aReturnToAStageOfTheDroppedMiddleIsNoFirstEntry() {
        long[] statuses = loop(2_400);
        statuses[600] = PAID;
        statuses[2_399] = PAID;
        var history = through(statuses);

        var transitions = StageHistory.of(history, funnel()).transitions(history);

        assertThat(transitions)
                .filteredOn(each -> each.to().stageId().equals("paid"))
                .extracting(Transition::first)
                .containsExactly(true, false);
        assertThat(transitions.getLast().to().stageId()).isEqualTo("paid");
    }

    private static List<Transition> transitions(StatusHistory history) {
        return StageHistory.of(history, funnel()).transitions(history);
    }

    private static long[] loop(int statuses) {
        return LongStream.range(0, statuses).map(i -> i % 2 == 0 ? NEW : WORK).toArray();
    }
}
