package remfunnel.transform.topology;

import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import remfunnel.OrderEvent;
import remfunnel.schemas.LifeHeader;
import remfunnel.schemas.RecordReader;
import remfunnel.schemas.Topics;
import remfunnel.tracing.TraceParent;
import remfunnel.tracing.Work;
import remfunnel.transform.state.KnownOrder;
import remfunnel.transform.state.OrderKey;
import remfunnel.transform.state.Told;
import remfunnel.transform.topology.TransformMeters.Observed;

/** Brings order events into state and, judged by the configuration in force, to facts. */
final class ObserveOrders implements Processor<byte[], byte[], byte[], byte[]> {
    private static final String OUTCOME = "remfunnel.outcome";

    private final Workplace workplace;
    private final Observing observing = new Observing();
    private RecordReader<OrderEvent> reader;
    private Station station;
    private Lives lives;
    private Turns turns;

    ObserveOrders(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = workplace.records().reader(Topics.ORDERS);
        station = new Station(context, workplace);
        turns = workplace.turnsOf(context.taskId());
        lives = new Lives(
                station.books(), new Passes(station.books(), workplace.pace().quiet()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        turns.recordCame();
        var trace = TraceParent.read(record.headers());
        try (var work = workplace.tracing().follow(trace, "judge")) {
            switch (EventReading.of(record.key(), record.value(), reader)) {
                case EventReading.Refused(var reason) -> refuse(record, reason, work);
                case EventReading.Accepted(var event) -> observe(event, new Arrived(record, trace, work));
            }
        }
    }

    /** An event's record, the trace that it bears, and the span of its judgement. */
    private record Arrived(Record<byte[], byte[]> record, Optional<TraceParent> trace, Work work) {}

    /** The reason may quote what could not be read. */
    private void refuse(Record<byte[], byte[]> record, String reason, Work work) {
        work.failed("refused").with(OUTCOME, "refused");
        station.refuse(record, reason);
    }

    private void observe(OrderEvent event, Arrived arrived) {
        var connector = event.getConnectorId();
        arrived.work().connector(connector).order(event.getOrderId());
        long life = LifeHeader.read(arrived.record().headers())
                .orElseGet(() -> station.books().connector(connector).life());
        if (lives.admits(connector, life, station.now())) {
            observe(new OrderKey(connector, event.getOrderId()), event, life, arrived);
        } else {
            stale(arrived.work());
        }
    }

    private void observe(OrderKey key, OrderEvent event, long life, Arrived arrived) {
        var bench = station.benches().of(key.connector());
        var before = station.books().order(key);
        var place = new Observing.Place(station.source().origin(), life);
        switch (observing.observe(before.filter(known -> known.life() == life), event, place)) {
            case Observing.Outcome.Stale stale -> stale(arrived.work());
            case Observing.Outcome.Unreadable(var reason) -> refuse(arrived.record(), reason, arrived.work());
            case Observing.Outcome.News(var known) -> {
                var reason = new Ledger.Reason(Cause.EVENT, bench.revision(), arrived.trace());
                var after = bench.judged(known);
                after.ifPresentOrElse(
                        judged -> station.ledger().settle(key, before, judged, reason),
                        () -> station.ledger().remember(key, before, known, reason));
                station.ledger().balance(reason, Optional.of(place.origin()));
                workplace.meters().observed(Observed.NEWS);
                tell(arrived.work(), before, after.orElse(known));
            }
        }
    }

    private void stale(Work work) {
        work.with(OUTCOME, "stale");
        workplace.meters().observed(Observed.STALE);
    }

    private static void tell(Work work, Optional<KnownOrder> before, KnownOrder after) {
        if (work.isSeen()) {
            var told = before.map(KnownOrder::told).orElse(Told.NOTHING).fact();
            boolean isSame = told.equals(after.told().fact());
            work.with(OUTCOME, after.standing().name().toLowerCase(Locale.ROOT))
                    .with("remfunnel.fact", isSame ? "unchanged" : after.told().isNothing() ? "deleted" : "written");
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
