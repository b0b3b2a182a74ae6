package remfunnel.transform.topology;

import java.time.Instant;
import remfunnel.transform.state.Connector;
import remfunnel.transform.state.Counts;
import remfunnel.transform.state.TaskStores;

/** Keeps the orders of a connector apart from those of one that had its id before. */
final class Lives {
    private final TaskStores stores;
    private final Restatements restatements;

    Lives(TaskStores stores, Restatements restatements) {
        this.stores = stores;
        this.restatements = restatements;
    }

    /** Whether what was read in a life counts: the first that is read in a new one ends the former. */
    boolean admits(String id, long life, Instant now) {
        var connector = stores.connector(id);
        if (life > connector.life()) {
            change(id, connector, connector.inLife(life), now);
        }
        return life >= connector.life();
    }

    /** Its orders belong to a former life from here on; those that arrive later do not. */
    void end(String id, long revision, Instant now) {
        var connector = stores.connector(id);
        change(id, connector, connector.removed(revision), now);
    }

    private void change(String id, Connector from, Connector to, Instant now) {
        restatements.forConfig(id, now);
        stores.keep(id, to);
        if (to.life() > from.life()) {
            stores.keep(id, Counts.NONE);
        }
    }
}
