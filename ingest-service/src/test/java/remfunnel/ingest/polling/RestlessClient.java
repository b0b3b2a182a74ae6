package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.CrmClient;
import remfunnel.ingest.source.DictionaryItem;
import remfunnel.ingest.source.OrderPage;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Payload;
import remfunnel.ingest.source.PayloadHash;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;
import remfunnel.ingest.source.Reply;
import remfunnel.ingest.source.UnreadableOrder;
import remfunnel.ingest.source.WindowField;

/** A source whose orders are edited, deleted and made between any two requests. */
final class RestlessClient implements CrmClient {
    private final Map<Long, RawOrder> orders = new LinkedHashMap<>();
    private final Map<Long, NavigableMap<Integer, Instant>> changes = new HashMap<>();
    private final Random random;
    private final Comparator<RawOrder> sorting;
    private final boolean borderIncluded;
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private long nextId = 1;
    private int version;
    private boolean restless = true;
    private int slowness;
    private List<UnreadableOrder> unreadable = List.of();
    private Optional<Instant> told = Optional.empty();

    RestlessClient(long seed) {
        this.random = new Random(seed);
        this.sorting = random.nextBoolean()
                ? Comparator.comparingLong(RawOrder::id)
                : Comparator.comparing(RawOrder::modifiedAt).thenComparingLong(RawOrder::id);
        this.borderIncluded = random.nextBoolean();
    }

    /** So many orders of the last months, changed at some time since. */
    RestlessClient with(int past) {
        for (int made = 0; made < past; made++) {
            var created = now.minusSeconds(random.nextInt(5_000_000));
            var age = now.getEpochSecond() - created.getEpochSecond();
            put(nextId++, created, created.plusSeconds((long) (age * random.nextDouble())));
        }
        changes.clear();
        return this;
    }

    /** One of long ago, changed last at that moment. */
    void makeChanged(Instant modified) {
        put(nextId++, modified.minusSeconds(1_000_000), modified);
    }

    /** So many seconds until a page of orders is answered. */
    RestlessClient slow(int seconds) {
        slowness = seconds;
        return this;
    }

    void calm() {
        restless = false;
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    long nanos() {
        return now.getEpochSecond() * 1_000_000_000L;
    }

    Instant now() {
        return now;
    }

    List<RawOrder> orders() {
        return List.copyOf(orders.values());
    }

    @Override
    public Reply<OrderPage> orders(OrderWindow window, int page, Priority priority) {
        if (restless) {
            unrest(random.nextInt(4));
        }
        var rows = orders.values().stream()
                .filter(order -> holds(window, order))
                .sorted(sorting)
                .toList();
        int from = Math.min(rows.size(), (page - 1) * PAGE_SIZE);
        int to = Math.min(rows.size(), page * PAGE_SIZE);
        var broken = to == rows.size() ? unreadable : List.<UnreadableOrder>of();
        return slowly(new OrderPage(page, rows.size() + unreadable.size(), rows.subList(from, to), broken));
    }

    /** From now on every last page holds a row that cannot be read. */
    void breakOne() {
        unreadable = List.of(new UnreadableOrder("order 7", new PayloadHash(7, 7)));
    }

    /** A new order of so many bytes. */
    long make(int bytes) {
        put(nextId, now, now);
        var payload = Payload.of("x".repeat(bytes));
        orders.put(nextId, new RawOrder(nextId, now, now, payload, new LinkedHashMap<>()));
        return nextId++;
    }

    /** What the next answer says that the time is. */
    void tellOnce(Instant wrong) {
        told = Optional.of(wrong);
    }

    /** Somebody changes every order within one moment. */
    void changeAll() {
        List.copyOf(orders.values()).forEach(order -> put(order.id(), order.createdAt(), now));
    }

    void unrest(int steps) {
        for (int step = 0; step < steps; step++) {
            pass(random.nextInt(2));
            var ids = new ArrayList<>(orders.keySet());
            long chosen = ids.isEmpty() ? 0 : ids.get(random.nextInt(ids.size()));
            switch (ids.isEmpty() ? 0 : random.nextInt(6)) {
                case 0 -> put(nextId++, now, now);
                case 1 -> orders.remove(chosen);
                default -> put(chosen, orders.get(chosen).createdAt(), now);
            }
        }
    }

    /** When an order changed first since its former version, or since the beginning; what came before that was long ago. */
    Instant firstChangeSince(Optional<Integer> former, long id) {
        return changes.get(id).tailMap(former.orElse(0), false).firstEntry().getValue();
    }

    private void put(long id, Instant created, Instant modified) {
        version++;
        changes.computeIfAbsent(id, any -> new TreeMap<>()).put(version, modified);
        var payload = Payload.of("{\"id\":%d,\"version\":%d}".formatted(id, version));
        orders.put(id, new RawOrder(id, created, modified, payload, new LinkedHashMap<>()));
    }

    private boolean holds(OrderWindow window, RawOrder order) {
        var time = window.field() == WindowField.CREATED ? order.createdAt() : order.modifiedAt();
        return borderIncluded
                ? !time.isBefore(window.from())
                        && window.to().filter(time::isAfter).isEmpty()
                : time.isAfter(window.from())
                        && window.to().filter(end -> !time.isBefore(end)).isEmpty();
    }

    /** What was looked up first arrives later, and says the time of then. */
    private <T> Reply<T> slowly(T value) {
        var looked = now;
        for (int second = 0; second < slowness; second++) {
            pass(1);
            if (restless) {
                unrest(random.nextInt(3));
            }
        }
        return answer(value, Duration.between(looked, now));
    }

    private <T> Reply<T> answer(T value) {
        return answer(value, Duration.ZERO);
    }

    private <T> Reply<T> answer(T value, Duration took) {
        var time = told.orElse(now);
        told = Optional.empty();
        return new Reply.Answer<>(value, time, now, took);
    }

    @Override
    public Reply<Optional<RawOrder>> order(long id, Priority priority) {
        return answer(Optional.ofNullable(orders.get(id)));
    }

    @Override
    public Reply<RawOrder> withItems(RawOrder order, Priority priority) {
        return answer(order);
    }

    @Override
    public Reply<List<DictionaryItem>> dictionary(DictionaryKind kind, Priority priority) {
        return answer(List.of());
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
