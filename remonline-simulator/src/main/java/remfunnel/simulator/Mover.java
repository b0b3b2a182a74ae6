package remfunnel.simulator;

import java.util.Optional;
import java.util.SplittableRandom;

/** The life of a shop, one event after another: what happens depends on the seed alone, when it happens on who asks. */
final class Mover {
    private static final int TRIES = 40;

    private final Account account;
    private final SplittableRandom random;
    private long moves;

    Mover(Account account) {
        this.account = account;
        this.random = Draws.of(account.seed(), 0, 15);
    }

    synchronized void step() {
        moves++;
        int draw = random.nextInt(100);
        if (draw < 14 || account.store().size() == 0) {
            account.create(StatusPaths.NEW, OrderEdit.NOTHING);
        } else if (draw < 24) {
            openOrder().ifPresent(order -> account.store().update(order.id(), each -> each.redrawn(account.now())));
        } else if (draw < 32) {
            openOrder().ifPresent(this::pay);
        } else {
            openOrder().ifPresent(this::advance);
        }
    }

    synchronized long moves() {
        return moves;
    }

    private void advance(StoredOrder order) {
        StatusPaths.next(order.statusId(), random).ifPresent(status -> account.move(order.id(), status));
    }

    private void pay(StoredOrder order) {
        long kopecks = order.paidKopecks() + 10_000L * (1 + random.nextInt(40));
        boolean silent = account.options().has(Quirk.SILENT_PAYMENTS);
        account.store().update(order.id(), each -> each.paid(kopecks, silent ? each.modifiedAt() : account.now()));
    }

    /** Mostly one of the latest orders: those are the ones that are still worked on. */
    private Optional<StoredOrder> openOrder() {
        int orders = account.store().everCreated();
        for (int i = 0; i < TRIES; i++) {
            int back = Draws.exponential(random, Math.max(20, orders / 40.0)) - 1;
            var order = account.store().place(Math.floorMod(orders - 1 - back, orders));
            if (order.isPresent() && order.get().closedAt() == 0) {
                return order;
            }
        }
        return Optional.empty();
    }
}
