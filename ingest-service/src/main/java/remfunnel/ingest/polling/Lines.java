package remfunnel.ingest.polling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;

/** Adds the lines of orders where the funnel needs them and the source lists orders without. */
final class Lines {
    private final Account account;
    private final Priority priority;

    /** What a turn that missed had completed: each is a request of its own, and a great many orders can change at once. */
    private final Map<Long, RawOrder> paid = new HashMap<>();

    Lines(Account account, Priority priority) {
        this.account = account;
        this.priority = priority;
    }

    Attempt<Changes> complete(Changes changes) {
        if (!account.connector().paysForItems()) {
            return new Attempt.Got<>(changes);
        }
        var completed = new ArrayList<Sighting>();
        for (Sighting sighting : changes.fresh()) {
            switch (completed(sighting.order())) {
                case Attempt.Got<RawOrder>(var order) -> {
                    paid.put(order.id(), order);
                    completed.add(sighting.with(order));
                }
                case Attempt.Missed<RawOrder> missed -> {
                    return new Attempt.Missed<>(missed.setback()
                            .of("the lines of order " + sighting.order().id()));
                }
            }
        }
        paid.clear();
        return new Attempt.Got<>(changes.with(completed));
    }

    /** An order that is listed as it was has the lines that it had. */
    private Attempt<RawOrder> completed(RawOrder order) {
        return Optional.ofNullable(paid.get(order.id()))
                .filter(known -> known.isListedAs(order))
                .<Attempt<RawOrder>>map(Attempt.Got::new)
                .orElseGet(() -> account.source().withItems(order, priority));
    }
}
