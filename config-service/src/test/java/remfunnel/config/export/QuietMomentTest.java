package remfunnel.config.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class QuietMomentTest {
    private static final TopicPartition FACTS = new TopicPartition("funnel.facts", 0);
    private static final TopicPartition TOTALS = new TopicPartition("funnel.totals", 0);
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final QuietMoment patient = new QuietMoment(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(1));

    /** Answers that are the last for ever once they are used up. */
    private QuietMoment.EndLookup lookup(String name, List<Map<TopicPartition, Long>> answers) {
        Deque<Map<TopicPartition, Long>> left = new ArrayDeque<>(answers);
        return (Collection<TopicPartition> partitions) -> {
            asked.add(name);
            return left.size() > 1 ? left.pop() : left.peek();
        };
    }

    private static Map<TopicPartition, Long> ends(long facts, long totals) {
        return Map.of(FACTS, facts, TOTALS, totals);
    }

    @Test
    void asksForWhatWasCommittedBeforeWhatWasWritten() {
        Ends found = patient.ends(
                List.of(FACTS, TOTALS),
                lookup("committed", List.of(ends(7, 3))),
                lookup("written", List.of(ends(7, 3))));

        assertThat(asked).containsExactly("committed", "written");
        assertThat(found).isEqualTo(new Ends(NOW, ends(7, 3), true));
    }

    @Test
    void looksUntilNoTransactionIsOpenInAnyPartition() {
        Ends found = patient.ends(
                List.of(FACTS, TOTALS),
                lookup("committed", List.of(ends(7, 3), ends(9, 3), ends(9, 5))),
                lookup("written", List.of(ends(9, 3), ends(9, 5), ends(9, 5))));

        assertThat(asked).hasSize(6);
        assertThat(found).isEqualTo(new Ends(NOW, ends(9, 5), true));
    }

    @Test
    void tellsThatTheEndsAreNotOfOneMomentWhenPatienceEnds() {
        QuietMoment impatient = new QuietMoment(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMillis(20));

        Ends found = impatient.ends(
                List.of(FACTS, TOTALS),
                lookup("committed", List.of(ends(7, 3))),
                lookup("written", List.of(ends(7, 4))));

        assertThat(found).isEqualTo(new Ends(NOW, ends(7, 3), false));
    }

    @Test
    void onePartitionIsOfOneMomentWhereverItsTransactionsStand() {
        Ends found = patient.ends(
                List.of(FACTS),
                lookup("committed", List.of(Map.of(FACTS, 7L))),
                lookup("written", List.of(Map.of(FACTS, 9L))));

        assertThat(asked).containsExactly("committed");
        assertThat(found).isEqualTo(new Ends(NOW, Map.of(FACTS, 7L), true));
    }
}
