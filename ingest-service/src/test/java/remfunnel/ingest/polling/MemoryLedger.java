package remfunnel.ingest.polling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import remfunnel.DictionaryEntry;
import remfunnel.OrderEvent;

/** A ledger that remembers what it was given. */
final class MemoryLedger implements Ledger {
    private final List<OrderEvent> events = new ArrayList<>();
    private Position position;

    MemoryLedger(Position position) {
        this.position = position;
    }

    List<OrderEvent> events() {
        return events;
    }

    List<String> payloads() {
        return events.stream()
                .map(event -> StandardCharsets.UTF_8
                        .decode(event.getPayload().duplicate())
                        .toString())
                .toList();
    }

    @Override
    public String connectorId() {
        return "test";
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public void record(List<OrderEvent> published, UnaryOperator<Position> progress) {
        events.addAll(published);
        position = progress.apply(position);
    }

    @Override
    public void publish(List<DictionaryEntry> names, Runnable written) {
        written.run();
    }
}
