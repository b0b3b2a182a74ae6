package remfunnel.ingest.polling;

import java.util.ArrayList;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;

/** Adds the lines of orders where the funnel needs them and the source lists orders without. */
final class Lines {
    private final Account account;
    private final Priority priority;

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
            switch (account.source().withItems(sighting.order(), priority)) {
                case Attempt.Got<RawOrder> order -> completed.add(sighting.with(order.value()));
                case Attempt.Missed<RawOrder> missed -> {
                    return new Attempt.Missed<>(missed.setback()
                            .of("the lines of order " + sighting.order().id()));
                }
            }
        }
        return new Attempt.Got<>(changes.with(completed));
    }
}
