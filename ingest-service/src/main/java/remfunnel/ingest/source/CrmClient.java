package remfunnel.ingest.source;

import java.util.List;
import java.util.Optional;
import remfunnel.DictionaryKind;

/** One account of the source. Every call blocks until it is answered, and never throws for what the source does. */
public interface CrmClient extends AutoCloseable {
    /** The rows that every full page of orders holds. */
    int PAGE_SIZE = 50;

    /** One page of a window, oldest first; pages count from 1, and one past the end is empty. */
    Reply<OrderPage> orders(OrderWindow window, int page, Priority priority);

    /** One order as it is now; empty when the source says that there is none (any more). */
    Reply<Optional<RawOrder>> order(long id, Priority priority);

    /** The order with its lines: one more call in v2; in v1 the order has them already, and nothing is asked. */
    Reply<RawOrder> withItems(RawOrder order, Priority priority);

    /** Every name of one kind, in the order in which the source lists them. */
    Reply<List<DictionaryItem>> dictionary(DictionaryKind kind, Priority priority);

    /** Ends the calls in flight; those and later ones are answered with {@link Reply.Unreachable}. */
    @Override
    void close();
}
