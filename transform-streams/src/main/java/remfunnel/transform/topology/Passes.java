package remfunnel.transform.topology;

import java.time.Duration;
import java.time.Instant;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Job;

/** Orders passes over the orders of connectors; {@link Restater} does them. */
final class Passes {
    private final Books books;
    private final Duration quiet;

    Passes(Books books, Duration quiet) {
        this.books = books;
        this.quiet = quiet;
    }

    /** From the first order on, whatever pass was under way: it covers what names would have demanded as well. */
    void forConfig(String connector, Instant now) {
        books.forget(new Job.Key(connector, Job.Kind.NAMES));
        books.keep(new Job.Key(connector, Job.Kind.CONFIG), fresh(connector, now));
    }

    /** One pass for all names that change within a short time. */
    void forNames(String connector, Instant now) {
        var key = new Job.Key(connector, Job.Kind.NAMES);
        var waiting = books.job(key);
        if (waiting.isEmpty()) {
            books.keep(key, fresh(connector, now.plus(quiet)));
        } else if (waiting.get().begun() && !waiting.get().again()) {
            books.keep(key, waiting.get().onceMore());
        }
    }

    /** What is left to do when a pass has seen every order. */
    void finish(Job.Key key, Job done, Instant now) {
        if (done.again()) {
            books.keep(key, fresh(key.connector(), now));
        } else {
            books.forget(key);
        }
    }

    private Job fresh(String connector, Instant dueAt) {
        return Job.due(dueAt, books.counts(connector).remembered());
    }
}
