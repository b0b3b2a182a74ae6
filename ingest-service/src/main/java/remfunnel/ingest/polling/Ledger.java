package remfunnel.ingest.polling;

import java.util.List;
import java.util.function.UnaryOperator;
import remfunnel.DictionaryEntry;
import remfunnel.OrderEvent;

/** Where one connector's progress is written down: events and the position they lead to, together or not at all. */
public interface Ledger {
    String connectorId();

    /** How far the source was read. */
    Position position();

    /**
     * Publishes the events and moves the position, in one transaction.
     *
     * @throws RuntimeException when this instance may not write any more, or Kafka is away: the loop ends
     */
    void record(List<OrderEvent> events, UnaryOperator<Position> progress);

    /** Publishes names that are new, changed or gone; {@code written} notes them before anybody can close what is written here. */
    void publish(List<DictionaryEntry> names, Runnable written);
}
