package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import remfunnel.OrderEventSource;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.WindowField;

/**
 * Reads the orders of the time before live polling, newest first, by windows of {@code created_at}. An order changed since
 * live polling began is left to it: each state of an order is published by one of the two.
 */
public final class HistoryReader {
    private static final int ROWS_AT_ONCE = 500;
    private static final int ROWS_WITH_ITEMS_AT_ONCE = 100;
    private static final Duration BORDER = Duration.ofSeconds(1);

    private final Account account;
    private final Ledger ledger;
    private final WindowReader windows;
    private final Lines lines;
    private final Sizes sizes;
    private final Snapshots snapshots;
    private Optional<HistoryCount> count = Optional.empty();
    private Duration width = Duration.ofDays(30);

    public HistoryReader(Account account) {
        this.account = account;
        this.ledger = account.ledger();
        this.windows = new WindowReader(account, Priority.HISTORY);
        this.lines = new Lines(account, Priority.HISTORY);
        this.sizes = new Sizes(account);
        this.snapshots = new Snapshots(account.connector(), OrderEventSource.BACKFILL);
    }

    /** Reads the newest window that is still missing; the answer says whether it was the last. */
    public Attempt<Boolean> readOnce() {
        return counted()
                .map(this::nextWindow)
                .then(window -> windows.read(window, this::narrower))
                .map(this::ownPart)
                .map(account.names()::cover)
                .then(lines::complete)
                .map(sizes::fitting)
                .map(this::publish);
    }

    private Attempt<HistoryCount> counted() {
        return count.<Attempt<HistoryCount>>map(Attempt.Got::new).orElseGet(() -> {
            var position = ledger.position();
            return account.source()
                    .page(window(position.historyFrom()), 1, Priority.HISTORY)
                    .map(page -> new HistoryCount(
                            position.history().read(), position.history().read() + page.count()));
        });
    }

    private OrderWindow nextWindow(HistoryCount known) {
        count = Optional.of(known);
        var position = ledger.position();
        var from = position.historyUntil().minus(width);
        var reachesTheEnd = known.left() <= rowsAtOnce() || from.isBefore(position.historyFrom());
        return window(reachesTheEnd ? position.historyFrom() : from);
    }

    /** Nobody says if borders belong to a window, so it is asked for with a second more and cut here. */
    private OrderWindow window(Instant from) {
        return OrderWindow.closed(
                WindowField.CREATED, from.minus(BORDER), ledger.position().historyUntil());
    }

    private static Instant start(OrderWindow window) {
        return window.from().plus(BORDER);
    }

    private static Instant end(OrderWindow window) {
        return window.to().orElseThrow();
    }

    private Optional<OrderWindow> narrower(OrderWindow window, Page first) {
        var span = ChronoUnit.SECONDS.between(start(window), end(window));
        if (first.count() <= rowsAtOnce() || span <= 1) {
            return Optional.empty();
        }
        width = Duration.ofSeconds(span / 2);
        return Optional.of(window(end(window).minus(width)));
    }

    private Changes ownPart(WholeWindow read) {
        var from = start(read.window());
        var until = end(read.window());
        var whole = read.only(sighting -> !sighting.order().createdAt().isBefore(from)
                && sighting.order().createdAt().isBefore(until));
        var liveFrom = ledger.position().liveFrom();
        return Changes.of(whole, sighting -> sighting.order().modifiedAt().isBefore(liveFrom));
    }

    private boolean publish(Changes changes) {
        var events = changes.fresh().stream()
                .map(sighting -> snapshots.of(sighting, Optional.empty()))
                .toList();
        var rows = changes.whole().sightings().size();
        var read = count.orElseThrow().plus(rows);
        ledger.record(events, position -> position.historyTo(start(changes.window()), read, events.size()));
        count = Optional.of(read);
        account.tally().add(Count.EVENTS, events.size());
        account.tally().add(Count.HISTORY, rows);
        adaptWidth(rows);
        return ledger.position().historyDone();
    }

    private void adaptWidth(int rows) {
        if (rows < rowsAtOnce() / 4) {
            width = width.multipliedBy(rows == 0 ? 4 : 2);
        }
    }

    private int rowsAtOnce() {
        return account.connector().paysForItems() ? ROWS_WITH_ITEMS_AT_ONCE : ROWS_AT_ONCE;
    }
}
