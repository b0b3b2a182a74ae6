package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;

/** Adds the lines of orders where the funnel needs them and the source lists orders without. */
final class Lines {
    /** Whether a changed line changes how an order is listed is not known, so that lines are not taken for those of now for long. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Account account;
    private final Priority priority;

    /** What a turn that missed had completed: each is a request of its own, and a great many orders can change at once. */
    private final Map<Long, Paid> paid = new HashMap<>();

    Lines(Account account, Priority priority) {
        this.account = account;
        this.priority = priority;
    }

    /** An order with its lines, and when the source listed it as it is here. */
    private record Paid(RawOrder order, Instant listedAt) {
        boolean serves(Sighting sighting) {
            return order.isListedAs(sighting.order()) && !listedAt.plus(FRESH).isBefore(sighting.seenAt());
        }
    }

    Attempt<Changes> complete(Changes changes) {
        if (!account.connector().paysForItems()) {
            return new Attempt.Got<>(changes);
        }
        var completed = new ArrayList<Sighting>();
        for (Sighting sighting : changes.fresh()) {
            switch (completed(sighting)) {
                case Attempt.Got<Paid>(var order) -> {
                    paid.put(order.order().id(), order);
                    completed.add(sighting.with(order.order()));
                }
                case Attempt.Missed<Paid> missed -> {
                    return new Attempt.Missed<>(missed.setback()
                            .about("the lines of order " + sighting.order().id()));
                }
            }
        }
        paid.clear();
        return new Attempt.Got<>(changes.with(completed));
    }

    /** An order that is listed as it was has the lines that it had. */
    private Attempt<Paid> completed(Sighting sighting) {
        return Optional.ofNullable(paid.get(sighting.order().id()))
                .filter(known -> known.serves(sighting))
                .<Attempt<Paid>>map(Attempt.Got::new)
                .orElseGet(() -> account.source()
                        .withItems(sighting.order(), priority)
                        .map(order -> new Paid(order, sighting.seenAt())));
    }
}
