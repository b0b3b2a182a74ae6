package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import remfunnel.OrderEventSource;
import remfunnel.ingest.source.PayloadHash;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;

/** Follows the changes of one connector's orders by windows of {@code modified_at}. */
public final class OrderPoller {
    private static final Duration NEARLY_NOW = Duration.ofSeconds(5);

    private final Account account;
    private final Source source;
    private final Ledger ledger;
    private final LiveReader changes;
    private final Names names;
    private final Lines lines;
    private final Sizes sizes;
    private final Snapshots snapshots;

    public OrderPoller(Account account) {
        this.account = account;
        this.source = account.source();
        this.ledger = account.ledger();
        this.changes = new LiveReader(account);
        this.names = account.names();
        this.lines = new Lines(account, Priority.LIVE);
        this.sizes = new Sizes(account);
        this.snapshots = new Snapshots(account.connector(), OrderEventSource.POLL);
    }

    /** Reads what changed since the last poll and publishes it, each change once. */
    public Attempt<Poll> pollOnce() {
        return changes.read()
                .map(this::withoutKnown)
                .map(names::cover)
                .then(lines::complete)
                .map(sizes::fitting)
                .map(this::publish);
    }

    /** Of the second that is read before the overlap for the sake of its border, all was published or is left to history. */
    private Changes withoutKnown(WholeWindow read) {
        var position = ledger.position();
        var whole = read.only(sighting -> !sighting.order().createdAt().isBefore(position.historyFrom())
                && !isOfTheBorder(sighting.order().modifiedAt(), position.overlapFrom()));
        var known = position.overlap().stream().collect(Collectors.toMap(Remembered::id, Remembered::hash));
        var changes = Changes.of(whole, sighting -> !isKnown(sighting.order(), known));
        account.tally()
                .add(
                        Count.DUPLICATES,
                        whole.sightings().size() - changes.fresh().size());
        return changes;
    }

    private static boolean isOfTheBorder(Instant modified, Instant from) {
        return modified.isBefore(from) && !modified.isBefore(from.minus(LiveReader.BORDER));
    }

    /** The hash is only worked out where there is another to compare it with. */
    private static boolean isKnown(RawOrder order, Map<Long, PayloadHash> known) {
        var former = known.get(order.id());
        return former != null && former.equals(order.hash());
    }

    private Poll publish(Changes changes) {
        var former = ledger.position().allSeenUntil();
        var events = changes.fresh().stream()
                .map(sighting -> snapshots.of(
                        sighting,
                        former.filter(poll -> sighting.order().modifiedAt().isAfter(poll))))
                .toList();
        var whole = changes.whole();
        var until = later(whole.until(), ledger.position().completeUntil());
        var overlap = overlap(whole, until.minus(Position.OVERLAP));
        ledger.record(
                events, position -> position.polledTo(until, whole.window().isOpen(), overlap, events.size()));
        account.tally().add(Count.EVENTS, events.size());
        return new Poll(until, events.size(), isBehind(whole, until));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** What the next window will show again, and what it might if the source hid it for a moment. */
    private List<Remembered> overlap(WholeWindow whole, Instant from) {
        var remembered = Stream.concat(
                ledger.position().overlap().stream()
                        .filter(order -> !order.modifiedAt().isBefore(from)),
                whole.sightings().stream()
                        .map(Sighting::order)
                        .filter(order -> !order.modifiedAt().isBefore(from))
                        .map(Remembered::of));
        return List.copyOf(remembered
                .collect(Collectors.toMap(Remembered::id, order -> order, (earlier, later) -> later))
                .values());
    }

    /** Nothing is behind a window that is open, however long its answer took. */
    private boolean isBehind(WholeWindow whole, Instant until) {
        return source.isTimeInDoubt()
                || (!whole.window().isOpen()
                        && source.now() instanceof Attempt.Got<Instant> now
                        && until.plus(NEARLY_NOW).isBefore(now.value()));
    }
}
