package remfunnel.transform.topology;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.OrderEvent;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Topics;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.topology.TransformMeters.Observed;

/** Brings order events into state and, judged by the configuration in force, to facts. */
final class ObserveOrders implements Processor<byte[], byte[], byte[], byte[]> {
    private final Workplace workplace;
    private final Observing observing = new Observing();
    private RecordReader<OrderEvent> reader;
    private Station station;
    private Lives lives;

    ObserveOrders(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = workplace.records().reader(Topics.ORDERS);
        station = new Station(context, workplace);
        lives = new Lives(
                station.books(), new Passes(station.books(), workplace.pace().quiet()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (EventReading.of(record.key(), record.value(), reader)) {
            case EventReading.Refused(var reason) -> station.refuse(record, reason);
            case EventReading.Accepted(var event) -> observe(event, record);
        }
    }

    private void observe(OrderEvent event, Record<byte[], byte[]> record) {
        var connector = event.getConnectorId();
        long life = LifeHeader.read(record.headers())
                .orElseGet(() -> station.books().connector(connector).life());
        if (lives.admits(connector, life, station.now())) {
            observe(new OrderKey(connector, event.getOrderId()), event, life, record);
        } else {
            workplace.meters().observed(Observed.STALE);
        }
    }

    private void observe(OrderKey key, OrderEvent event, long life, Record<byte[], byte[]> record) {
        var bench = station.benches().of(key.connector());
        var before = station.books().order(key);
        var place = new Observing.Place(station.source().origin(), life);
        switch (observing.observe(before.filter(known -> known.life() == life), event, place)) {
            case Observing.Outcome.Stale stale -> workplace.meters().observed(Observed.STALE);
            case Observing.Outcome.Unreadable(var reason) -> station.refuse(record, reason);
            case Observing.Outcome.News(var known) -> {
                var reason = new Ledger.Reason(Cause.EVENT, bench.revision());
                station.ledger().settle(key, before, bench.judged(known), reason);
                station.ledger().balance(reason, Optional.of(place.origin()));
                workplace.meters().observed(Observed.NEWS);
            }
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
