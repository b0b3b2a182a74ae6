package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenTransactionsTest {
    private static final TopicPartition FACTS = new TopicPartition("funnel.facts", 0);
    private static final TopicPartition OTHER = new TopicPartition("funnel.facts", 1);

    private final Map<TopicPartition, StableEnds.Ends> ends = new HashMap<>();
    private long nanos = Long.MAX_VALUE - 1;
    private final OpenTransactions transactions =
            new OpenTransactions(() -> Map.copyOf(ends), () -> nanos, Duration.ofMinutes(15));

    @AfterEach
    void close() {
        transactions.close();
    }

    private void lookAfter(long minutes) {
        nanos += Duration.ofMinutes(minutes).toNanos();
        transactions.look();
    }

    @Test
    void tellsOfOneThatStaysOpenLongerThanAnyMay() {
        ends.put(FACTS, new StableEnds.Ends(40, 47));
        ends.put(OTHER, new StableEnds.Ends(9, 9));
        transactions.look();
        lookAfter(14);
        assertThat(transactions.hanging()).isEmpty();
        ends.put(FACTS, new StableEnds.Ends(40, 90));

        lookAfter(2);

        assertThat(transactions.hanging())
                .containsExactly(new OpenTransactions.Hanging(FACTS, 40, Duration.ofMinutes(16)));
    }

    /** Of a busy topic one is open at nearly every look. */
    @Test
    void takesOnesThatFollowEachOtherForNoLongOne() {
        for (long stable = 40; stable < 50; stable++) {
            ends.put(FACTS, new StableEnds.Ends(stable, stable + 5));
            lookAfter(10);
        }

        assertThat(transactions.hanging()).isEmpty();
    }

    @Test
    void forgetsOneThatWasEnded() {
        ends.put(FACTS, new StableEnds.Ends(40, 47));
        transactions.look();
        lookAfter(16);
        assertThat(transactions.hanging()).hasSize(1);
        ends.put(FACTS, new StableEnds.Ends(48, 48));

        lookAfter(1);

        assertThat(transactions.hanging()).isEmpty();
    }

    @Test
    void keepsWhatItSawWhileTheBrokerDoesNotAnswer() {
        ends.put(FACTS, new StableEnds.Ends(40, 47));
        transactions.look();
        lookAfter(16);
        ends.clear();

        lookAfter(16);

        assertThat(transactions.hanging())
                .containsExactly(new OpenTransactions.Hanging(FACTS, 40, Duration.ofMinutes(16)));
    }

    /** Of a busy topic some transaction was open the last time that the broker was heard. */
    @Test
    void takesOneThatWasSeenOnceForNoneThatHangs() {
        ends.put(FACTS, new StableEnds.Ends(40, 47));
        transactions.look();
        ends.clear();

        lookAfter(60);

        assertThat(transactions.hanging()).isEmpty();
    }
}
