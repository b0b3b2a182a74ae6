package remfunnel.transform.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.transform.state.Books;
import remfunnel.transform.state.Connector;

/** What one processor of one task works with: its stores, what orders are judged by, and its way out. */
final class Station {
    private final ProcessorContext<byte[], byte[]> context;
    private final Books books;
    private final Desk desk;
    private final Benches benches;
    private final Ledger ledger;
    private final Statuses statuses;

    Station(ProcessorContext<byte[], byte[]> context, Workplace workplace) {
        this.context = context;
        this.books = new Books(context);
        this.desk = new Desk(context, workplace.records(), workplace.meters());
        this.benches = new Benches(books, workplace.records());
        this.ledger = new Ledger(books, desk);
        this.statuses = new Statuses(books, desk);
    }

    Books books() {
        return books;
    }

    Desk desk() {
        return desk;
    }

    Benches benches() {
        return benches;
    }

    Ledger ledger() {
        return ledger;
    }

    Statuses statuses() {
        return statuses;
    }

    Source source() {
        return Source.of(context);
    }

    /** Of the wall clock: for funnel.status and for pacing, never for what is derived. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** Sends a record to the rejects as it came and counts it for its connector, where it names one. */
    void refuse(Record<byte[], byte[]> record, String reason) {
        var connector = TextKey.connectorOf(record.key());
        var revision = connector.flatMap(this::revision);
        desk.reject(record.key(), record.value(), new Refusal(source(), reason, revision));
        connector.ifPresent(id -> books.keep(id, books.counts(id).plusRejected()));
    }

    private Optional<Long> revision(String connector) {
        return books.connector(connector).active().map(Connector.Active::revision);
    }

    void close() {
        desk.close();
        benches.close();
    }
}
