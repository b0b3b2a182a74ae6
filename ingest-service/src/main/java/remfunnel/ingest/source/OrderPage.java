package remfunnel.ingest.source;

import java.util.List;

/**
 * Some rows of a window.
 *
 * @param count how many rows the whole window has, as the source says
 * @param unreadable the rows that are there but cannot be read
 */
public record OrderPage(int page, long count, List<RawOrder> orders, List<UnreadableOrder> unreadable) {
    public OrderPage {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    public OrderPage(int page, long count, List<RawOrder> orders) {
        this(page, count, orders, List.of());
    }

    /** How many rows it has, readable or not. */
    public int size() {
        return orders.size() + unreadable.size();
    }

    /** How many pages a window of so many rows has. */
    public int pages() {
        return Math.toIntExact((count + CrmClient.PAGE_SIZE - 1) / CrmClient.PAGE_SIZE);
    }
}
