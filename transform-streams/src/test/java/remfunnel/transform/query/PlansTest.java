package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import remfunnel.schemas.PlainRecords;
import remfunnel.transform.state.ReadOnlyStores;
import remfunnel.transform.topology.SharedJudges;

class PlansTest {
    private static final Bytes DRAFT = Bytes.wrap(new byte[0]);
    private static final ReadOnlyStores STORES = new ReadOnlyStores(new ReadOnlyStores.Lookup() {
        @Override
        public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
            return null;
        }
    });

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    /** Works until it is let go. */
    private final class Slow extends PlanMaking {
        Slow() {
            super(new SharedJudges(new PlainRecords()));
        }

        @Override
        Reply make(ReadOnlyStores stores, String id, Bytes draft, Consumer<Duration> rest) {
            begun.countDown();
            try {
                free.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return new Reply.Answer(id);
        }
    }

    @Test
    void makesOnePlanOfAConnectorAtATime() throws Exception {
        try (var plans = new Plans(new Slow())) {
            var first = CompletableFuture.supplyAsync(() -> plans.plan(STORES, "a", DRAFT));
            begun.await();

            var second = plans.plan(STORES, "a", DRAFT);
            free.countDown();

            assertThat(second)
                    .isInstanceOfSatisfying(
                            Reply.Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(409));
            assertThat(first).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(new Reply.Answer("a"));
            assertThat(plans.plan(STORES, "a", DRAFT)).isEqualTo(new Reply.Answer("a"));
        }
    }

    @Test
    void letsFewWait() throws Exception {
        try (var plans = new Plans(new Slow())) {
            var waiting = Stream.of("a", "b", "c", "d", "e")
                    .map(id -> Thread.ofPlatform().daemon().start(() -> plans.plan(STORES, id, DRAFT)))
                    .toList();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> waiting.stream().allMatch(each -> each.getState() == Thread.State.WAITING));

            assertThat(plans.plan(STORES, "f", DRAFT))
                    .isInstanceOfSatisfying(
                            Reply.Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(429));
            free.countDown();
        }
    }

    @Test
    void asksToComeBackWhenTheStoresMoveAway() {
        var moving = new PlanMaking(new SharedJudges(new PlainRecords())) {
            @Override
            Reply make(ReadOnlyStores stores, String id, Bytes draft, Consumer<Duration> rest) {
                throw new InvalidStateStoreException("moved");
            }
        };

        try (var plans = new Plans(moving)) {
            assertThat(plans.plan(STORES, "a", DRAFT)).isEqualTo(Reply.notNow());
        }
    }
}
