package remfunnel.simulator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One shop: its orders, its dictionaries and what the owner of the key may see. */
final class Account {
    private final SimulatorOptions options;
    private final Clock clock;
    private final long seed;
    private final OrderPlan plan;
    private final OrderStore store;
    private final Dictionaries dictionaries = new Dictionaries();
    private final AtomicReference<Set<Integer>> visibleLocations = new AtomicReference<>(Set.of());
    private final Access access = new Access();

    Account(SimulatorOptions options, int number) {
        this.options = options;
        this.clock = options.clock();
        this.seed = options.seed() + number * 7919L;
        int until = now();
        int from = (int) (until - options.past().toSeconds());
        this.plan = new OrderPlan(seed, options.orders(), SimulatorOptions.FIRST_ORDER_ID, from, until);
        this.store = new OrderStore(plan);
    }

    OrderStore store() {
        return store;
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    Access access() {
        return access;
    }

    SimulatorOptions options() {
        return options;
    }

    long seed() {
        return seed;
    }

    int now() {
        return (int) clock.instant().getEpochSecond();
    }

    void seeOnly(Set<Integer> locations) {
        visibleLocations.set(Set.copyOf(locations));
    }

    boolean sees(StoredOrder order) {
        var visible = visibleLocations.get();
        return visible.isEmpty() || visible.contains(locationOf(order));
    }

    int locationOf(StoredOrder order) {
        return order.edit()
                .locationId()
                .orElseGet(() -> 120001 + Draws.of(seed, index(order), 9).nextInt(3));
    }

    int orderTypeOf(StoredOrder order) {
        return order.edit().orderTypeId().orElseGet(() -> {
            int draw = Draws.of(seed, index(order), 10).nextInt(10);
            return draw < 7 ? 130001 : draw < 9 ? 130002 : 130003;
        });
    }

    Client client(int number) {
        return Client.draw(seed, number, plan.from());
    }

    int clients() {
        return Math.max(20, options.orders() / 3);
    }

    List<Line> linesOf(StoredOrder order) {
        long first = Lines.firstId(index(order));
        return order.edit()
                .lines()
                .map(lines -> numbered(lines, first))
                .orElseGet(() -> Lines.draw(seed, index(order), order.lineVersion()));
    }

    OrderView view(StoredOrder order) {
        long index = index(order);
        int location = locationOf(order);
        return new OrderView(
                order,
                index,
                (char) ('A' + Math.floorMod(location - 120001, 26)) + String.valueOf(1001 + index),
                dictionaries.statusOfOrder(order.statusId()),
                location,
                orderTypeOf(order),
                OrderView.People.draw(seed, index, order.edit()),
                client(Draws.of(seed, index, 11).nextInt(clients())),
                Asset.draw(seed, index),
                linesOf(order),
                OrderView.Texts.draw(seed, index, order.edit()),
                clock.instant());
    }

    List<StatusChange> history(StoredOrder order) {
        var changes = new ArrayList<StatusChange>();
        if (index(order) < plan.count()) {
            for (long change : plan.history((int) index(order))) {
                changes.add(StatusChange.unpack(change));
            }
        }
        for (long change : order.moves()) {
            changes.add(StatusChange.unpack(change));
        }
        return changes;
    }

    Optional<StoredOrder> move(long id, int statusId) {
        var status = dictionaries.status(statusId);
        return status.flatMap(to -> store.update(id, order -> settled(order.movedTo(to, now()))));
    }

    StoredOrder create(int statusId, OrderEdit edit) {
        int version = dictionaries.statusOfOrder(statusId).group() == 1 ? 0 : 1;
        return store.add(
                now(),
                (id, at) -> new StoredOrder(id, at, at, 0, 0, statusId, version, 0, List.of(), edit)
                        .movedTo(dictionaries.statusOfOrder(statusId), at));
    }

    /** An order that is closed well was paid for in full, unless someone said how much was paid. */
    private StoredOrder settled(StoredOrder order) {
        var status = dictionaries.statusOfOrder(order.statusId());
        if (status.group() != 6) {
            return order;
        }
        var total = BigDecimal.valueOf(order.paidKopecks(), 2)
                .max(Money.of(linesOf(order)).total());
        return order.paid(Money.kopecks(total), order.modifiedAt());
    }

    private long index(StoredOrder order) {
        return order.id() - plan.firstId();
    }

    private static List<Line> numbered(List<Line> lines, long first) {
        var numbered = new ArrayList<Line>();
        for (var line : lines) {
            numbered.add(line.id() == 0 ? line.numbered(first + numbered.size()) : line);
        }
        return numbered;
    }
}
