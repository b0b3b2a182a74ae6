package remfunnel.ingest.source;

import java.util.List;

/** Some rows of a window; {@code count} is how many the whole window has, as the source says. */
public record OrderPage(int page, long count, List<RawOrder> orders) {
    public OrderPage {
        orders = List.copyOf(orders);
    }

    /** How many pages a window of so many rows has. */
    public int pages() {
        return Math.toIntExact((count + CrmClient.PAGE_SIZE - 1) / CrmClient.PAGE_SIZE);
    }
}
