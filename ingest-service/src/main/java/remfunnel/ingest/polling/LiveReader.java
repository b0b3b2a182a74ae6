package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.WindowField;

/**
 * Reads what changed since the last poll. A closed window does not show an order that changed in it and once more between its
 * end and its reading: the earlier change is hidden. So closed windows follow one upon the other, each shorter than the one before, until
 * what is left fits into one answer. That one has no end, and nothing is hidden from it.
 */
final class LiveReader {
    /** So much before a window's begin is asked for. */
    static final Duration BORDER = Duration.ofSeconds(1);

    private static final int WINDOWS_AT_MOST = 5;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int ROWS_WITH_ITEMS_AT_ONCE = 150;

    private final Ledger ledger;
    private final WindowReader windows;
    private final int rowsAtOnce;

    LiveReader(Account account) {
        this.ledger = account.ledger();
        this.windows = new WindowReader(account, Priority.LIVE);
        this.rowsAtOnce = account.connector().paysForItems() ? ROWS_WITH_ITEMS_AT_ONCE : ROWS_AT_ONCE;
    }

    /**
     * From the overlap on, and a second before, as nobody says if borders belong to a window; that of the answer is open where nothing
     * can have been hidden.
     */
    Attempt<WholeWindow> read() {
        return readFrom(ledger.position().overlapFrom().minus(BORDER)).then(read -> upToNow(read, WINDOWS_AT_MOST - 1));
    }

    private Attempt<WholeWindow> readFrom(Instant from) {
        return windows.read(OrderWindow.since(WindowField.MODIFIED, from), this::narrower);
    }

    /** For the same reason the next one begins a second before the end of this one. */
    private Attempt<WholeWindow> upToNow(WholeWindow read, int more) {
        return read.window().isOpen() || !read.reachesThePresent() || more == 0
                ? new Attempt.Got<>(read)
                : readFrom(read.until().minus(BORDER)).map(read::followedBy).then(longer -> upToNow(longer, more - 1));
    }

    /** Closed, with the last second that is over, where it takes several answers; halfway while there are more rows than memory should hold. */
    private Optional<OrderWindow> narrower(OrderWindow window, Page first) {
        if (window.isOpen() && first.pages() <= 1) {
            return Optional.empty();
        }
        var start = later(window.from(), ledger.position().completeUntil());
        var over = WholeWindow.lastSecondOver(first.seenAt());
        var to = window.to().filter(end -> end.isBefore(over)).orElse(over);
        boolean isTooMuch = unknownRows(window, first) > rowsAtOnce;
        var closed = endingAt(window, isTooMuch ? halfway(start, to) : later(start, to));
        return closed.equals(window) ? Optional.empty() : Optional.of(closed);
    }

    private static OrderWindow endingAt(OrderWindow window, Instant to) {
        return OrderWindow.closed(window.field(), window.from(), to);
    }

    /** Rows of the overlap are known already: they must not hold back what follows a bulk change. */
    private long unknownRows(OrderWindow window, Page first) {
        return first.count()
                - ledger.position().overlap().stream()
                        .filter(known -> !known.modifiedAt().isBefore(window.from()))
                        .count();
    }

    private static Instant halfway(Instant start, Instant to) {
        return start.plusSeconds(Math.max(1, ChronoUnit.SECONDS.between(start, to) / 2));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
