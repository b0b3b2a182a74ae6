package remfunnel.ingest.polling;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import remfunnel.ingest.source.CrmClient;
import remfunnel.ingest.source.OrderPage;

/**
 * One page of a window, and the source's time: it shows every change that was made before it was asked for, and none of after it was given.
 */
record Page(OrderPage rows, Instant askedAt, Instant seenAt) {
    long count() {
        return rows.count();
    }

    int pages() {
        return rows.pages();
    }

    /** Whether it holds as many rows as a page at its place has to, so that none was cut off. */
    boolean isFull() {
        long before = (long) CrmClient.PAGE_SIZE * (rows.page() - 1);
        return rows.size() >= Math.clamp(count() - before, 0, CrmClient.PAGE_SIZE);
    }

    Stream<Sighting> sightings() {
        return rows.orders().stream().map(order -> new Sighting(order, seenAt));
    }

    static List<Sighting> sightings(List<Page> pages) {
        return pages.stream().flatMap(Page::sightings).toList();
    }
}
