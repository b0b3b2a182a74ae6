package remfunnel.transform.topology;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.OrderEvent;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;

/** Brings order events into state and, judged by the configuration in force, to facts. */
final class ObserveOrders implements Processor<byte[], byte[], byte[], byte[]> {
    private final Workplace workplace;
    private final Observing observing = new Observing();
    private RecordReader<OrderEvent> reader;
    private Station station;

    ObserveOrders(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = workplace.records().reader(Topics.ORDERS);
        station = new Station(context, workplace);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (EventReading.of(record.key(), record.value(), reader)) {
            case EventReading.Refused(var reason) -> station.refuse(record, reason);
            case EventReading.Accepted(var event) -> observe(event, record);
        }
    }

    private void observe(OrderEvent event, Record<byte[], byte[]> record) {
        var bench = station.benches().of(event.getConnectorId());
        var key = new OrderKey(event.getConnectorId(), bench.connector().life(), event.getOrderId());
        Optional<KnownOrder> before = station.books().order(key);
        switch (observing.observe(before, event, station.source().origin())) {
            case Observing.Outcome.Stale stale -> {}
            case Observing.Outcome.Unreadable(var reason) -> station.refuse(record, reason);
            case Observing.Outcome.News(var known) ->
                station.ledger()
                        .settle(key, before, bench.judged(known), new Ledger.Reason(Cause.EVENT, bench.revision()));
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
