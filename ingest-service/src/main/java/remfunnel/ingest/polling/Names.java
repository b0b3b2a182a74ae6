package remfunnel.ingest.polling;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.DictionaryEntry;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.DictionaryItem;

/** Keeps a connector's names: read at start, regularly, and when an order points to one that is not known. */
public final class Names {
    private static final Logger LOGGER = LoggerFactory.getLogger(Names.class);

    /** How often all names are read again; {@code ticker} counts nanoseconds. */
    public record Rhythm(Duration every, LongSupplier ticker) {}

    private record Reference(DictionaryKind kind, String id) {}

    private final Source source;
    private final Ledger ledger;
    private final NameBook book;
    private final Rhythm rhythm;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Reference> vain = new HashSet<>();
    private Optional<Long> readAt = Optional.empty();

    public Names(Source source, Ledger ledger, NameBook book, Rhythm rhythm) {
        this.source = source;
        this.ledger = ledger;
        this.book = book;
        this.rhythm = rhythm;
    }

    /** Reads every kind where it is time to. What the key may not read is left out; orders flow without those names. */
    public Attempt<Boolean> keepFresh() {
        lock.lock();
        try {
            return isDue() ? readAll() : new Attempt.Got<>(false);
        } finally {
            lock.unlock();
        }
    }

    /** Reads the kinds that these orders point to with ids not known, each id once until the next regular reading. */
    Changes cover(Changes changes) {
        lock.lock();
        try {
            var unknown = unknown(changes.fresh());
            vain.addAll(unknown);
            var kinds = EnumSet.noneOf(DictionaryKind.class);
            unknown.forEach(reference -> kinds.add(reference.kind()));
            read(kinds);
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private List<Reference> unknown(Collection<Sighting> sightings) {
        return sightings.stream()
                .flatMap(Names::references)
                .distinct()
                .filter(reference -> !vain.contains(reference) && !book.has(reference.kind(), reference.id()))
                .toList();
    }

    private static Stream<Reference> references(Sighting sighting) {
        return sighting.order().references().entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(id -> new Reference(kind.getKey(), id)));
    }

    /** How long names may be left alone. */
    public Duration untilDue() {
        lock.lock();
        try {
            long now = rhythm.ticker().getAsLong();
            return readAt.map(then -> rhythm.every().minusNanos(now - then)).orElse(rhythm.every());
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        long now = rhythm.ticker().getAsLong();
        return readAt.map(then -> now - then >= rhythm.every().toNanos()).orElse(true);
    }

    /** Orders do not flow before names were read once; later they do not wait for names. */
    private Attempt<Boolean> readAll() {
        var read = read(EnumSet.allOf(DictionaryKind.class));
        if (read instanceof Attempt.Missed && readAt.isEmpty()) {
            return read;
        }
        readAt = Optional.of(rhythm.ticker().getAsLong());
        vain.clear();
        return new Attempt.Got<>(true);
    }

    private Attempt<Boolean> read(Set<DictionaryKind> kinds) {
        Attempt<Boolean> read = new Attempt.Got<>(true);
        for (DictionaryKind kind : kinds) {
            read = read.then(before -> read(kind));
        }
        return read;
    }

    private Attempt<Boolean> read(DictionaryKind kind) {
        return switch (source.dictionary(kind)) {
            case Attempt.Got<List<DictionaryItem>> items -> {
                publish(book.changes(ledger.connectorId(), kind, items.value()));
                yield new Attempt.Got<>(true);
            }
            case Attempt.Missed<List<DictionaryItem>> missed -> withoutKind(kind, missed.setback());
        };
    }

    private void publish(List<DictionaryEntry> changes) {
        if (!changes.isEmpty()) {
            // A removal takes back what the book says was published: it may not come in between.
            ledger.publish(changes, () -> book.putAll(changes));
        }
    }

    private Attempt<Boolean> withoutKind(DictionaryKind kind, Setback setback) {
        if (!setback.concernsOneCall()) {
            return new Attempt.Missed<>(setback);
        }
        LOGGER.atWarn()
                .addKeyValue("connector", ledger.connectorId())
                .addKeyValue("kind", kind)
                .addKeyValue("answer", setback.message())
                .log("The source does not give these names; orders are read without them");
        return new Attempt.Got<>(false);
    }
}
