package remfunnel.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a test does to one account behind the API's back; the HTTP control does the same. */
public final class SimulatorControl {
    private final Parts parts;
    private final Account account;
    private final Mover mover;

    SimulatorControl(Parts parts, int number) {
        this.parts = parts;
        this.account = parts.accounts().get(number);
        this.mover = parts.movers().get(number);
    }

    public long create(int statusId, OrderEdit edit) {
        return account.create(known(statusId).id(), edit).id();
    }

    public void move(long orderId, int statusId) {
        known(statusId);
        existing(orderId, account.move(orderId, statusId));
    }

    public void edit(long orderId, OrderEdit edit) {
        existing(orderId, account.store().update(orderId, order -> order.edited(edit, account.now())));
    }

    public void delete(long orderId) {
        if (!account.store().delete(orderId)) {
            throw unknown(orderId);
        }
    }

    public int addStatus(String name, int group) {
        return account.dictionaries().add(name, group).id();
    }

    public void renameStatus(int statusId, String name) {
        var status = known(statusId);
        account.dictionaries().put(new Status(statusId, name, status.color(), status.group()));
    }

    /** Orders that stand in it still show it, but no list does. */
    public void deleteStatus(int statusId) {
        account.dictionaries().delete(known(statusId).id());
    }

    /** Of numbers; no order has a value for it. */
    public void addOrderField(String name) {
        account.dictionaries().addOrderField(name);
    }

    public void renameLocation(int locationId, String name) {
        account.dictionaries().renameLocation(locationId, name);
    }

    public List<Status> statuses() {
        return List.copyOf(account.dictionaries().statuses());
    }

    public void expireTokens() {
        account.access().expireTokens();
    }

    public void revokeKey() {
        account.access().revoke(true);
    }

    public void restoreKey() {
        account.access().revoke(false);
    }

    public void refuseTariff(boolean refused) {
        account.access().refuseTariff(refused);
    }

    /** The key sees orders of these locations alone; none named means all. */
    public void seeOnlyLocations(Integer... locationIds) {
        account.seeOnly(Set.copyOf(Arrays.asList(locationIds)));
    }

    /** Faults strike whatever the account. */
    public void inject(Fault fault) {
        parts.faults().add(fault);
    }

    public void clearFaults() {
        parts.faults().clear();
        parts.drift().clear();
    }

    /** After each of the next answered list pages, its first row changes. */
    public void drift(DriftKind kind, int times) {
        parts.drift().expect(kind, times);
    }

    public void pauseMover() {
        parts.pace().pause(true);
    }

    public void resumeMover() {
        parts.pace().pause(false);
    }

    /** So many events of the shop's life, now. */
    public void step(int events) {
        for (int i = 0; i < events; i++) {
            mover.step();
        }
    }

    public Statistics statistics() {
        return parts.counters().read(parts.faults().struck(), mover.moves());
    }

    public void resetStatistics() {
        parts.counters().reset();
    }

    public List<Long> orderIds() {
        return account.store().all().stream().map(StoredOrder::id).toList();
    }

    public List<OrderTruth> truth() {
        return account.store().all().stream()
                .map(order -> OrderTruth.of(account, order))
                .toList();
    }

    public OrderTruth truth(long orderId) {
        return account.store()
                .get(orderId)
                .map(order -> OrderTruth.of(account, order))
                .orElseThrow(() -> unknown(orderId));
    }

    /** Every status the order was ever in, from its creation on. */
    public List<StatusChange> history(long orderId) {
        return account.store().get(orderId).map(account::history).orElseThrow(() -> unknown(orderId));
    }

    private Status known(int statusId) {
        return account.dictionaries()
                .status(statusId)
                .orElseThrow(() -> new IllegalArgumentException("status_id " + statusId + " is unknown; there are "
                        + new TreeSet<>(statuses().stream().map(Status::id).toList())));
    }

    private static void existing(long orderId, Optional<StoredOrder> changed) {
        if (changed.isEmpty()) {
            throw unknown(orderId);
        }
    }

    private static IllegalArgumentException unknown(long orderId) {
        return new IllegalArgumentException("order " + orderId + " is unknown or deleted");
    }
}
