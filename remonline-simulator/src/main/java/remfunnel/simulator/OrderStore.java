package remfunnel.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All orders of an account, in the order of their ids (and so of creation) and of their last change. */
final class OrderStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final long firstId;
    private final List<StoredOrder> byIndex;
    private final TreeSet<Long> byModified;
    private int live;

    OrderStore(OrderPlan plan) {
        firstId = plan.firstId();
        byIndex = new ArrayList<>(plan.count() + 16);
        for (int i = 0; i < plan.count(); i++) {
            byIndex.add(plan.order(i));
        }
        byModified = new TreeSet<>(byIndex.stream().map(this::key).sorted().toList());
        live = byIndex.size();
    }

    int size() {
        return locked(() -> live);
    }

    /** How many ids were ever given; deleted ones count. */
    int everCreated() {
        return locked(byIndex::size);
    }

    Optional<StoredOrder> get(long id) {
        return locked(() -> at(id - firstId));
    }

    /** The order that was created at this place, unless it is gone. */
    Optional<StoredOrder> place(int index) {
        return locked(() -> at(index));
    }

    Optional<StoredOrder> update(long id, UnaryOperator<StoredOrder> change) {
        return locked(() -> at(id - firstId).map(before -> {
            var after = change.apply(before);
            byIndex.set((int) (id - firstId), after);
            byModified.remove(key(before));
            byModified.add(key(after));
            return after;
        }));
    }

    StoredOrder add(int now, Birth birth) {
        return locked(() -> {
            // Ids and creation times grow together, even when a clock does not.
            int at = Math.max(now, lastCreation());
            var order = birth.order(firstId + byIndex.size(), at);
            byIndex.add(order);
            byModified.add(key(order));
            live++;
            return order;
        });
    }

    boolean delete(long id) {
        return locked(() -> at(id - firstId)
                .map(order -> {
                    byIndex.set((int) (id - firstId), null);
                    byModified.remove(key(order));
                    live--;
                    return true;
                })
                .orElse(false));
    }

    /** One page of what matches now: a live query, so rows move between two calls as they do at the source. */
    Page find(OrderQuery query) {
        return locked(() -> {
            var matching = candidates(query).filter(query::matches).toList();
            return Page.of(sorted(matching, query), query.page(), query.descending());
        });
    }

    List<StoredOrder> all() {
        return locked(() -> byIndex.stream().filter(Objects::nonNull).toList());
    }

    private Stream<StoredOrder> candidates(OrderQuery query) {
        var modified = query.modified();
        if (modified.isBounded() || (query.byModified() && !query.created().isBounded())) {
            return byModified.subSet(modified.first() << 32, true, (modified.last() << 32) | 0xFFFFFFFFL, true).stream()
                    .map(key -> byIndex.get(key.intValue()));
        }
        int from = firstCreatedFrom(query.created().first());
        int to = firstCreatedFrom(query.created().last() + 1);
        return byIndex.subList(from, to).stream().filter(Objects::nonNull);
    }

    private List<StoredOrder> sorted(List<StoredOrder> matching, OrderQuery query) {
        boolean cameByModified =
                query.modified().isBounded() || !query.created().isBounded();
        if (query.byModified()) {
            return cameByModified ? matching : sort(matching, Comparator.comparingLong(this::key));
        }
        return query.modified().isBounded() ? sort(matching, Comparator.comparingLong(StoredOrder::id)) : matching;
    }

    private static List<StoredOrder> sort(List<StoredOrder> orders, Comparator<StoredOrder> by) {
        return orders.stream().sorted(by).toList();
    }

    /** The first place whose order came at this second or later; deleted places count as their neighbour before. */
    private int firstCreatedFrom(long second) {
        int low = 0;
        int high = byIndex.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int known = middle;
            while (known > low && byIndex.get(known) == null) {
                known--;
            }
            var order = byIndex.get(known);
            if (order != null && order.createdAt() >= second) {
                high = known;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int lastCreation() {
        for (int i = byIndex.size() - 1; i >= 0; i--) {
            if (byIndex.get(i) != null) {
                return byIndex.get(i).createdAt();
            }
        }
        return 0;
    }

    private Optional<StoredOrder> at(long index) {
        boolean given = index >= 0 && index < byIndex.size();
        return given ? Optional.ofNullable(byIndex.get((int) index)) : Optional.empty();
    }

    private long key(StoredOrder order) {
        return ((long) order.modifiedAt() << 32) | (order.id() - firstId);
    }

    private <T> T locked(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Makes an order of the id and the moment it is given. */
    interface Birth {
        StoredOrder order(long id, int at);
    }

    /** Fifty rows and how many there are in all. */
    record Page(List<StoredOrder> rows, int count) {
        static final int SIZE = 50;

        static Page of(List<StoredOrder> sorted, int page, boolean descending) {
            int from = (int) Math.min((page - 1L) * SIZE, sorted.size());
            int to = Math.min(from + SIZE, sorted.size());
            int size = sorted.size();
            return descending
                    ? new Page(sorted.subList(size - to, size - from).reversed(), size)
                    : new Page(sorted.subList(from, to), size);
        }
    }
}
