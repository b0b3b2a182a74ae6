package remfunnel.ingest.source;

import java.util.ArrayList;

/** Reads a page of orders, and refuses one that is not the page asked for. */
record OrderPageShape(OrderShape order, int page) implements BodyShape<OrderPage> {
    @Override
    public OrderPage read(Envelope envelope) throws MalformedBody {
        if (envelope.data().isEmpty()) {
            throw new MalformedBody("a list of orders without data");
        }
        if (envelope.page().orElse(page) != page) {
            throw new MalformedBody("page %d where page %d was asked for"
                    .formatted(envelope.page().orElseThrow(), page));
        }
        var orders = new ArrayList<RawOrder>();
        for (var row : envelope.rows()) {
            orders.add(order.read(row));
        }
        return new OrderPage(page, count(envelope), orders);
    }

    /** A short page is the last one, so it tells the count; a full one does not. */
    private long count(Envelope envelope) throws MalformedBody {
        var rows = envelope.rows().size();
        if (envelope.count().isPresent()) {
            return envelope.count().getAsLong();
        }
        if (rows >= CrmClient.PAGE_SIZE || (rows == 0 && page > 1)) {
            throw new MalformedBody("a list of orders without a count");
        }
        return (page - 1L) * CrmClient.PAGE_SIZE + rows;
    }
}
