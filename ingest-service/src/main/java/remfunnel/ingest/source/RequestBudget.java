package remfunnel.ingest.source;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that one key may make, whoever makes them: live ones first, and first come, first served among equals. */
final class RequestBudget {
    private static final Comparator<Waiter> TURNS =
            Comparator.comparing(Waiter::priority).thenComparingLong(Waiter::arrival);

    private record Waiter(Priority priority, long arrival, Condition turn) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(TURNS);
    private final RequestRate rate;
    private long arrivals;

    RequestBudget(RequestRate rate) {
        this.rate = rate;
    }

    static RequestBudget of(CallLimits limits) {
        var perSecond = limits.requestsPerSecond() == 0 ? Double.POSITIVE_INFINITY : limits.requestsPerSecond();
        return new RequestBudget(new RequestRate(perSecond, limits.burst(), System.nanoTime()));
    }

    /**
     * Returns when the caller may send one request, or at once where the source asked to be left alone for long.
     *
     * @return how long it is to be left alone; zero: one request may go
     */
    Duration acquire(Priority priority) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var me = new Waiter(priority, arrivals++, lock.newCondition());
            waiters.add(me);
            try {
                var pause = awaitTurn(me);
                if (pause.isZero()) {
                    rate.take(System.nanoTime());
                }
                return pause;
            } finally {
                waiters.remove(me);
                wakeNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The source refused a request for being one too many. */
    void throttled(Duration pause) {
        lock.lock();
        try {
            rate.slowDown(System.nanoTime(), pause);
            waiters.forEach(waiter -> waiter.turn().signal());
        } finally {
            lock.unlock();
        }
    }

    /** What is allowed just now. */
    double perSecond() {
        lock.lock();
        try {
            return rate.perSecond(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Only the first in the queue watches the clock; the others wait to become the first. */
    private Duration awaitTurn(Waiter me) throws InterruptedException {
        while (true) {
            var pause = Duration.ofNanos(rate.nanosOfPause(System.nanoTime()));
            if (pause.compareTo(Backoff.LONGEST_WAIT) > 0) {
                return pause;
            }
            if (!me.equals(waiters.peek())) {
                me.turn().await();
                continue;
            }
            var wait = rate.nanosUntilFree(System.nanoTime());
            if (wait <= 0) {
                return Duration.ZERO;
            }
            me.turn().awaitNanos(wait);
        }
    }

    private void wakeNext() {
        var next = waiters.peek();
        if (next != null) {
            next.turn().signal();
        }
    }
}
