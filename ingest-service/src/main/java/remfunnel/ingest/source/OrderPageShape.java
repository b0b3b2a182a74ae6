package remfunnel.ingest.source;

import java.util.ArrayList;
import remfunnel.ingest.source.OrderShape.Row.Lacking;
import remfunnel.ingest.source.OrderShape.Row.Whole;

/** Reads a page of orders, and refuses one that is not the page asked for. */
record OrderPageShape(OrderShape order, int page) implements BodyShape<OrderPage> {
    /** A few orders may be broken; a whole page of them is an answer that lost its shape. */
    private static final int MAYBE_ROTTEN = 3;

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
        var unreadable = new ArrayList<UnreadableOrder>();
        for (var row : envelope.rows()) {
            switch (order.read(row)) {
                case Whole readable -> orders.add(readable.order());
                case Lacking lacking -> unreadable.add(lacking.order());
            }
        }
        if (orders.isEmpty() && unreadable.size() > MAYBE_ROTTEN) {
            throw new MalformedBody("a list of orders of which none can be read: the first is "
                    + unreadable.getFirst().words());
        }
        return new OrderPage(page, count(envelope), orders, unreadable);
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
