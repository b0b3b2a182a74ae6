package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void neverGrantsMoreThanTheBurstInTheTimeOfABurst() {
        var grants = grants(new RequestRate(3, 3, 0), 300 * SECOND);

        for (var i = 3; i < grants.size(); i++) {
            assertThat(grants.get(i) - grants.get(i - 3)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void usesNinetyEightPercentOfTheRate() {
        assertThat(grants(new RequestRate(3, 3, 0), 300 * SECOND)).hasSizeGreaterThanOrEqualTo(300 * 3 * 98 / 100);
    }

    /** Of a caller who never rests, and always wakes a millisecond late. */
    private static List<Long> grants(RequestRate rate, long until) {
        var grants = new ArrayList<Long>();
        for (var now = 0L; now < until; ) {
            var wait = rate.nanosUntilFree(now);
            if (wait > 0) {
                now += wait + 1_000_000;
            } else {
                rate.take(now);
                grants.add(now);
            }
        }
        return grants;
    }

    @Test
    void slowsDownWhenTheSourceSaysItIsTooMuchAndRecovers() {
        var rate = new RequestRate(3, 3, 0);

        rate.slowDown(0, Duration.ofSeconds(2));

        assertThat(rate.nanosUntilFree(0)).isEqualTo(2 * SECOND);
        assertThat(rate.slowness(0)).isEqualTo(1.5);
        assertThat(rate.slowness(5 * SECOND)).isEqualTo(1.25);
        assertThat(rate.slowness(60 * SECOND)).isLessThan(1.001);
    }

    @Test
    void keepsTheRateForVirtualThreadsToo() throws Exception {
        var budget = new RequestBudget(new RequestRate(200, 4, System.nanoTime()));
        var began = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                threads.execute(() -> await(budget, Priority.HISTORY));
            }
        }

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(SECOND * 96 / 200);
    }

    @Test
    void letsLiveRequestsGoBeforeHistory() throws Exception {
        var budget = new RequestBudget(new RequestRate(2, 1, System.nanoTime()));
        var order = Collections.synchronizedList(new ArrayList<Priority>());
        budget.acquire(Priority.LIVE);
        // All queue meanwhile.
        budget.throttled(Duration.ofSeconds(5));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var priority : List.of(Priority.HISTORY, Priority.HISTORY, Priority.LIVE, Priority.LIVE)) {
                threads.execute(() -> {
                    await(budget, priority);
                    order.add(priority);
                });
            }
        }

        assertThat(order).containsExactly(Priority.LIVE, Priority.LIVE, Priority.HISTORY, Priority.HISTORY);
    }

    /** An hour is no wait within a turn: its connector would look as if all were well. */
    @Test
    void sendsThoseWhoWaitAwayWhenTheSourceWantsToBeLeftAloneForLong() throws Exception {
        var budget = new RequestBudget(new RequestRate(1.0 / 60, 1, System.nanoTime()));
        budget.acquire(Priority.LIVE);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = List.of(
                    threads.submit(() -> budget.acquire(Priority.LIVE)),
                    threads.submit(() -> budget.acquire(Priority.HISTORY)));
            budget.throttled(Duration.ofHours(1));

            for (var each : waiting) {
                assertThat(each.get()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            }
        }
    }

    @Test
    void hasNoLimitWhereNoneIsSet() throws InterruptedException {
        var budget = RequestBudget.of(CallLimits.defaults().withRate(0, 1));

        for (var i = 0; i < 1000; i++) {
            budget.acquire(Priority.LIVE);
        }

        assertThat(budget.perSecond()).isInfinite();
    }

    @Test
    void letsAWaiterBeInterruptedWithoutHoldingUpTheNext() throws Exception {
        var budget = new RequestBudget(new RequestRate(4, 1, System.nanoTime()));
        budget.acquire(Priority.LIVE);
        var stopped = Thread.ofVirtual().unstarted(() -> await(budget, Priority.LIVE));
        var next = Thread.ofVirtual().unstarted(() -> await(budget, Priority.LIVE));

        stopped.start();
        next.start();
        stopped.interrupt();

        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !next.isAlive());
        assertThat(stopped.isAlive()).isFalse();
    }

    private static void await(RequestBudget budget, Priority priority) {
        try {
            budget.acquire(priority);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
