package remfunnel.ingest.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import remfunnel.Component;
import remfunnel.ConnectorStatus;
import remfunnel.DictionaryEntry;
import remfunnel.OrderEvent;
import remfunnel.ingest.kafka.Checkpoints;
import remfunnel.ingest.kafka.Entry;
import remfunnel.ingest.kafka.Journal;
import remfunnel.ingest.kafka.JournalClosedException;
import remfunnel.ingest.polling.Ledger;
import remfunnel.ingest.polling.Position;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Topics;
import remfunnel.tracing.TraceParent;
import remfunnel.tracing.Tracing;
import remfunnel.tracing.Work;

/** One connector's part of the journal. Once closed, a loop that is late writes nothing any more. */
final class ConnectorLedger implements Ledger {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectorLedger.class);

    private final String connectorId;
    private final Journal journal;
    private final Tracing tracing;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Position> position;
    private boolean open = true;

    ConnectorLedger(String connectorId, Journal journal, Optional<Position> position, Tracing tracing) {
        this.connectorId = connectorId;
        this.journal = journal;
        this.tracing = tracing;
        this.position = position;
    }

    @Override
    public String connectorId() {
        return connectorId;
    }

    @Override
    public Position position() {
        return position.orElseThrow(() -> new IllegalStateException("nothing was begun for " + connectorId));
    }

    Optional<Position> begun() {
        return position;
    }

    /** A span of this connector's; what this thread asks and publishes until it ends stands in it. */
    Work work(String name) {
        return tracing.begin(name).connector(connectorId);
    }

    void begin(Position start) {
        move(List.of(), start);
    }

    @Override
    public void record(List<OrderEvent> events, UnaryOperator<Position> progress) {
        lock.lock();
        try {
            move(events, progress.apply(position()));
        } finally {
            lock.unlock();
        }
    }

    private void move(List<OrderEvent> events, Position next) {
        if (events.isEmpty()) {
            move(events, next, Optional.empty());
            return;
        }
        try (var work = work("publish").with("remfunnel.orders", events.size())) {
            try {
                move(events, next, work.parent());
            } catch (RuntimeException refused) {
                work.failed(refused.getClass().getSimpleName());
                throw refused;
            }
        }
    }

    private void move(List<OrderEvent> events, Position next, Optional<TraceParent> trace) {
        List<Entry<?>> entries = new ArrayList<>();
        var life = Optional.of(next.life()).filter(known -> known != Position.UNKNOWN_LIFE);
        events.forEach(event -> entries.add(Entry.of(Topics.ORDERS, Keys.order(connectorId, event.getOrderId()), event)
                .ofLife(life)
                .within(trace)));
        entries.add(Entry.of(Topics.CHECKPOINTS, connectorId, Checkpoints.of(connectorId, next)));
        write(entries, () -> position = Optional.of(next));
        events.forEach(event -> LOGGER.atDebug()
                .addKeyValue("connector", connectorId)
                .addKeyValue("order", event.getOrderId())
                .log("Published an order"));
    }

    @Override
    public void publish(List<DictionaryEntry> names, Runnable written) {
        write(names.stream().<Entry<?>>map(ConnectorLedger::name).toList(), written);
    }

    void publish(ConnectorStatus status) {
        write(List.of(Entry.of(Topics.STATUS, Keys.status(connectorId, Component.INGEST), status)), () -> {});
    }

    private void write(List<Entry<?>> entries, Runnable written) {
        lock.lock();
        try {
            if (!open) {
                throw new JournalClosedException("The configuration of " + connectorId + " changed");
            }
            journal.write(entries);
            written.run();
        } finally {
            lock.unlock();
        }
    }

    /** After this nothing is written; what was written last is the answer. */
    Optional<Position> close() {
        lock.lock();
        try {
            open = false;
            return position;
        } finally {
            lock.unlock();
        }
    }

    static Entry<DictionaryEntry> name(DictionaryEntry entry) {
        return Entry.of(
                Topics.DICTIONARIES, Keys.dictionary(entry.getConnectorId(), entry.getKind(), entry.getId()), entry);
    }
}
