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
import remfunnel.transform.state.Published;
import remfunnel.transform.topology.TransformMeters.Observed;

/** Brings order events into state and, judged by the configuration in force, to facts. */
final class ObserveOrders implements Processor<byte[], byte[], byte[], byte[]> {
    private static final String OUTCOME = "remfunnel.outcome";

    private final TopologyParts parts;
    private final Observing observing = new Observing();
    private RecordReader<OrderEvent> reader;
    private TaskContext task;
    private Lives lives;
    private RestatementThrottle throttle;

    ObserveOrders(TopologyParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = parts.records().reader(Topics.ORDERS);
        task = new TaskContext(context, parts);
        throttle = parts.throttleOf(context.taskId());
        lives = new Lives(
                task.stores(), new Restatements(task.stores(), parts.pace().quiet()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        throttle.recordCame();
        var trace = TraceParent.read(record.headers());
        try (var work = parts.tracing().follow(trace, "judge")) {
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
        task.refuse(record, reason);
    }

    private void observe(OrderEvent event, Arrived arrived) {
        var connector = event.getConnectorId();
        arrived.work().connector(connector).order(event.getOrderId());
        long life = LifeHeader.read(arrived.record().headers())
                .orElseGet(() -> task.stores().connector(connector).life());
        if (lives.admits(connector, life, task.now())) {
            observe(new OrderKey(connector, event.getOrderId()), event, life, arrived);
        } else {
            stale(arrived.work());
        }
    }

    private void observe(OrderKey key, OrderEvent event, long life, Arrived arrived) {
        var judge = task.judges().of(key.connector());
        var before = task.stores().order(key);
        var place = new Observing.Place(task.source().origin(), life);
        switch (observing.observe(before.filter(known -> known.life() == life), event, place)) {
            case Observing.Outcome.Stale stale -> stale(arrived.work());
            case Observing.Outcome.Unreadable(var reason) -> refuse(arrived.record(), reason, arrived.work());
            case Observing.Outcome.News(var known) -> {
                var reason = new OrderUpdates.Reason(Cause.EVENT, judge.revision(), arrived.trace());
                var after = judge.judged(known);
                after.ifPresentOrElse(
                        judged -> task.updates().apply(key, before, judged, reason),
                        () -> task.updates().remember(key, before, known, reason));
                task.updates().writeTotals(reason, Optional.of(place.origin()));
                parts.meters().observed(Observed.NEWS);
                tell(arrived.work(), before, after.orElse(known));
            }
        }
    }

    private void stale(Work work) {
        work.with(OUTCOME, "stale");
        parts.meters().observed(Observed.STALE);
    }

    private static void tell(Work work, Optional<KnownOrder> before, KnownOrder after) {
        if (work.isSeen()) {
            var published =
                    before.map(KnownOrder::published).orElse(Published.NOTHING).fact();
            boolean isSame = published.equals(after.published().fact());
            work.with(OUTCOME, after.standing().name().toLowerCase(Locale.ROOT))
                    .with(
                            "remfunnel.fact",
                            isSame ? "unchanged" : after.published().isNothing() ? "deleted" : "written");
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
