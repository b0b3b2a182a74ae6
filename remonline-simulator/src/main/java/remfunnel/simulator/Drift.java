package remfunnel.simulator;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Changes an order of the page that was just answered, so that the rows behind it move before the next one is asked for. */
final class Drift {
    private final List<Account> accounts;
    private final Queue<DriftKind> waiting = new ArrayDeque<>();

    Drift(List<Account> accounts) {
        this.accounts = accounts;
    }

    synchronized void expect(DriftKind kind, int times) {
        for (int i = 0; i < times; i++) {
            waiting.add(kind);
        }
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized void afterPage(int number, Call call, boolean second) {
        if (waiting.isEmpty()) {
            return;
        }
        var account = accounts.get(number);
        var query = second ? new V2Query(account, call).read() : new V1Query(account, call).read();
        var rows = account.store().find(query).rows();
        if (!rows.isEmpty()) {
            change(account, rows.getFirst(), waiting.remove());
        }
    }

    private static void change(Account account, StoredOrder order, DriftKind kind) {
        switch (kind) {
            case EDIT -> account.store().update(order.id(), each -> each.redrawn(account.now()));
            case MOVE ->
                account.move(order.id(), order.statusId() == StatusPaths.WORK ? StatusPaths.WAITING : StatusPaths.WORK);
            case DELETE -> account.store().delete(order.id());
        }
    }
}
