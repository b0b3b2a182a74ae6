package remfunnel.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/** How far each partition was read, for those who wait for it. */
final class ReadPositions {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private Map<TopicPartition, Long> expected = Map.of();
    private boolean known;

    void expect(Map<TopicPartition, Long> ends) {
        lock.lock();
        try {
            expected = Map.copyOf(ends);
            known = true;
        } finally {
            lock.unlock();
        }
    }

    void reached(TopicPartition partition, long position) {
        lock.lock();
        try {
            reached.put(partition, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitExpected(Duration patience) {
        return await(
                patience,
                () -> known && expected.entrySet().stream().allMatch(end -> at(end.getKey()) >= end.getValue()));
    }

    boolean await(TopicPartition partition, long position, Duration patience) {
        return await(patience, () -> at(partition) >= position);
    }

    private long at(TopicPartition partition) {
        return reached.getOrDefault(partition, TopicView.NONE);
    }

    private boolean await(Duration patience, BooleanSupplier done) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!done.getAsBoolean() && left > 0) {
                left = moved.awaitNanos(left);
            }
            return done.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
