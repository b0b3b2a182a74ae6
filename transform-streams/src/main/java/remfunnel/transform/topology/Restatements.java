package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;
import remfunnel.transform.state.Restatement;
import remfunnel.transform.state.TaskStores;

/** Says which connectors' orders are to be restated; {@link Restater} does it. */
final class Restatements {
    private final TaskStores stores;
    private final Duration quiet;

    Restatements(TaskStores stores, Duration quiet) {
        this.stores = stores;
        this.quiet = quiet;
    }

    /** From the first order on, whatever restatement was under way: it covers what names would have demanded as well. */
    void forConfig(String connector, Instant now) {
        stores.forget(new Restatement.Key(connector, Restatement.Kind.NAMES));
        stores.keep(new Restatement.Key(connector, Restatement.Kind.CONFIG), fresh(connector, now));
    }

    /** One for all names that change within a short time. */
    void forNames(String connector, Instant now) {
        var key = new Restatement.Key(connector, Restatement.Kind.NAMES);
        var waiting = stores.restatement(key);
        if (waiting.isEmpty()) {
            stores.keep(key, fresh(connector, now.plus(quiet)));
        } else if (waiting.get().begun() && !waiting.get().again()) {
            stores.keep(key, waiting.get().onceMore());
        }
    }

    /** What is left to do when a restatement has seen every order. */
    void finish(Restatement.Key key, Restatement done, Instant now) {
        if (done.again()) {
            stores.keep(key, fresh(key.connector(), now));
        } else {
            stores.forget(key);
        }
    }

    private Restatement fresh(String connector, Instant dueAt) {
        return Restatement.due(dueAt, stores.counts(connector).remembered());
    }
}
