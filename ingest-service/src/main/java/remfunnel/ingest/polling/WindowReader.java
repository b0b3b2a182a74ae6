package remfunnel.ingest.polling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.UnreadableOrder;

/**
 * Reads a window whole. One that is open has to fit into one page, which is one look. One that is closed only shrinks while it is read, and its rows only move towards the front:
 * read from the last page to the first, a row that stays is met at least once, wherever others leave.
 */
final class WindowReader {
    private static final int READS = 4;

    private final Source source;
    private final Priority priority;
    private final String connectorId;
    private final Tally tally;

    WindowReader(Account account, Priority priority) {
        this.source = account.source();
        this.priority = priority;
        this.connectorId = account.connector().id();
        this.tally = account.tally();
    }

    /** Looks at a window's first page and says if a smaller window is to be read instead. */
    @FunctionalInterface
    interface Narrowing {
        Optional<OrderWindow> narrower(OrderWindow window, Page first);
    }

    Attempt<WholeWindow> read(OrderWindow window, Narrowing narrowing) {
        return read(window, narrowing, READS);
    }

    private Attempt<WholeWindow> read(OrderWindow window, Narrowing narrowing, int reads) {
        return source.page(window, 1, priority).then(first -> {
            var narrower = narrowing.narrower(window, first);
            return narrower.isPresent()
                    ? read(narrower.get(), narrowing, reads)
                    : readPages(window, first).then(pages -> accept(window, narrowing, pages, reads));
        });
    }

    /** The first page tells how many there are, and is read again, last, where there are others. */
    private Attempt<List<Page>> readPages(OrderWindow window, Page first) {
        var pages = new ArrayList<Page>(List.of(first));
        for (int number = first.pages(); number >= 1 && first.pages() > 1; number--) {
            switch (source.page(window, number, priority)) {
                case Attempt.Got<Page> page -> pages.add(page.value());
                case Attempt.Missed<Page> missed -> {
                    return new Attempt.Missed<>(missed.setback());
                }
            }
        }
        return new Attempt.Got<>(pages);
    }

    /** No row was cut off, and the window never grew: one that grew has rows that may have been passed over. */
    private static boolean addUp(List<Page> pages) {
        long count = Long.MAX_VALUE;
        for (Page page : pages) {
            if (page.count() > count || !page.isFull()) {
                return false;
            }
            count = page.count();
        }
        return true;
    }

    private void leaveOut(Page page) {
        for (UnreadableOrder order : page.rows().unreadable()) {
            if (tally.leftOut().add(connectorId, order.hash(), order.words())) {
                tally.add(Count.UNREADABLE, 1);
            }
        }
    }

    private Attempt<WholeWindow> accept(OrderWindow window, Narrowing narrowing, List<Page> pages, int reads) {
        if (addUp(pages)) {
            tally.add(Count.WINDOWS, 1);
            pages.forEach(this::leaveOut);
            return new Attempt.Got<>(new WholeWindow(window, pages.getFirst().askedAt(), Page.sightings(pages)));
        }
        tally.add(Count.REREADS, 1);
        return reads > 1
                ? read(window, narrowing, reads - 1)
                : new Attempt.Missed<>(new Setback(
                        Setback.Cause.TORN,
                        ("The source's pages do not add up: the orders from %s were read %d times, and each time"
                                        + " rows were missing or new ones appeared. It is tried again.")
                                .formatted(window, READS)));
    }
}
