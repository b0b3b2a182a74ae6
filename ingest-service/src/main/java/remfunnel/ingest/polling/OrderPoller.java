package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import remfunnel.OrderEventSource;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.WindowField;

/** Follows the changes of one connector's orders by windows of {@code modified_at}. */
public final class OrderPoller {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration NEARLY_NOW = Duration.ofSeconds(5);
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int ROWS_WITH_ITEMS_AT_ONCE = 150;

    private final Account account;
    private final Source source;
    private final Ledger ledger;
    private final WindowReader windows;
    private final Names names;
    private final Lines lines;
    private final Sizes sizes;
    private final Snapshots snapshots;

    public OrderPoller(Account account) {
        this.account = account;
        this.source = account.source();
        this.ledger = account.ledger();
        this.windows = new WindowReader(account, Priority.LIVE);
        this.names = account.names();
        this.lines = new Lines(account, Priority.LIVE);
        this.sizes = new Sizes(account);
        this.snapshots = new Snapshots(account.connector(), OrderEventSource.POLL);
    }

    /** Reads what changed since the last window that was read whole, and publishes it, each change once. */
    public Attempt<Poll> pollOnce() {
        return source.now()
                .map(this::nextWindow)
                .then(window -> windows.read(window, this::narrower))
                .map(this::withoutKnown)
                .map(names::cover)
                .then(lines::complete)
                .map(sizes::fitting)
                .map(this::publish);
    }

    /** From the overlap on, up to the last second that is over at the source: nothing can enter such a window any more. */
    private OrderWindow nextWindow(Instant now) {
        return endingAt(lastWholeSecondBefore(now));
    }

    private OrderWindow endingAt(Instant end) {
        var position = ledger.position();
        var to = end.isBefore(position.completeUntil()) ? position.completeUntil() : end;
        return new OrderWindow(WindowField.MODIFIED, position.overlapFrom(), to);
    }

    /** Ends where the source's time ends after all, and halfway while there are more rows than memory should hold. */
    private Optional<OrderWindow> narrower(OrderWindow window, Page first) {
        var over = lastWholeSecondBefore(first.seenAt());
        var to = window.to().isAfter(over) ? over : window.to();
        var smaller = endingAt(unknownRows(first) > rowsAtOnce() ? halfway(to) : to);
        return smaller.equals(window) ? Optional.empty() : Optional.of(smaller);
    }

    /** Rows of the overlap are known already: they must not hold back what follows a bulk change. */
    private long unknownRows(Page first) {
        return first.count() - ledger.position().overlap().size();
    }

    private Instant halfway(Instant to) {
        var done = ledger.position().completeUntil();
        return done.plusSeconds(Math.max(1, ChronoUnit.SECONDS.between(done, to) / 2));
    }

    private Changes withoutKnown(WholeWindow read) {
        var position = ledger.position();
        var whole = read.only(sighting -> !sighting.order().createdAt().isBefore(position.historyFrom()));
        var known = position.overlap().stream().collect(Collectors.toMap(Remembered::id, Remembered::hash));
        var changes = Changes.of(
                whole,
                sighting -> !sighting.order()
                        .hash()
                        .equals(known.get(sighting.order().id())));
        account.tally()
                .add(
                        Count.DUPLICATES,
                        whole.sightings().size() - changes.fresh().size());
        return changes;
    }

    private Poll publish(Changes changes) {
        var former = ledger.position().formerPoll();
        var events = changes.fresh().stream()
                .map(sighting -> snapshots.of(
                        sighting,
                        former.filter(poll -> sighting.order().modifiedAt().isAfter(poll))))
                .toList();
        var until = changes.window().to();
        var overlap = overlap(changes.whole(), until.minus(Position.OVERLAP));
        ledger.record(events, position -> position.polledTo(until, overlap, events.size()));
        account.tally().add(Count.EVENTS, events.size());
        return new Poll(until, events.size(), isBehind(until));
    }

    /** What the next window will show again, and what it might if the source hid it for a moment. */
    private List<Remembered> overlap(WholeWindow whole, Instant from) {
        var remembered = Stream.concat(
                ledger.position().overlap().stream(),
                whole.sightings().stream().map(Sighting::order).map(Remembered::of));
        return List.copyOf(remembered
                .filter(order -> !order.modifiedAt().isBefore(from))
                .collect(Collectors.toMap(Remembered::id, order -> order, (earlier, later) -> later))
                .values());
    }

    private boolean isBehind(Instant until) {
        return source.isTimeInDoubt()
                || (source.now() instanceof Attempt.Got<Instant> now
                        && until.plus(NEARLY_NOW).isBefore(now.value()));
    }

    private int rowsAtOnce() {
        return account.connector().paysForItems() ? ROWS_WITH_ITEMS_AT_ONCE : ROWS_AT_ONCE;
    }

    private static Instant lastWholeSecondBefore(Instant moment) {
        return moment.minus(TICK).truncatedTo(ChronoUnit.SECONDS);
    }
}
