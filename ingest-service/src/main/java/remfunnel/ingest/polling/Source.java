package remfunnel.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import remfunnel.DictionaryKind;
import remfunnel.ingest.source.CrmClient;
import remfunnel.ingest.source.DictionaryItem;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.RawOrder;
import remfunnel.ingest.source.Reply;
import remfunnel.ingest.source.WindowField;

/** One account of the source: asks, counts, and learns the source's time from every answer. */
public final class Source implements AutoCloseable {
    private static final Instant NOTHING_YET = Instant.EPOCH;

    private final CrmClient client;
    private final SourceClock clock;
    private final Tally tally;

    public Source(CrmClient client, LongSupplier ticker, Tally tally) {
        this.client = client;
        this.clock = new SourceClock(ticker);
        this.tally = tally;
    }

    /** The source's time; asked for with an empty window where no answer has told it yet. */
    public Attempt<Instant> now() {
        return clock.now()
                .<Attempt<Instant>>map(Attempt.Got::new)
                .orElseGet(() -> page(emptyWindow(), 1, Priority.LIVE).map(Page::seenAt));
    }

    /** The source's time without asking: ours, before an answer has told it. */
    public Instant nowOr(Instant ours) {
        return clock.now().orElse(ours);
    }

    /** Whether the next answer will say if the source's time is what the last one told. */
    boolean isTimeInDoubt() {
        return clock.isInDoubt();
    }

    Attempt<Page> page(OrderWindow window, int page, Priority priority) {
        return attempt(client.orders(window, page, priority))
                .map(answer -> new Page(answer.value(), answer.at().minus(answer.took()), answer.at()));
    }

    Attempt<RawOrder> withItems(RawOrder order, Priority priority) {
        return attempt(client.withItems(order, priority)).map(Told::value);
    }

    Attempt<List<DictionaryItem>> dictionary(DictionaryKind kind) {
        return attempt(client.dictionary(kind, Priority.LIVE)).map(Told::value);
    }

    @Override
    public void close() {
        client.close();
    }

    private record Told<T>(T value, Instant at, Duration took) {}

    private <T> Attempt<Told<T>> attempt(Reply<T> reply) {
        tally.add(Count.REQUESTS, 1);
        return switch (reply) {
            case Reply.Answer<T> answer -> new Attempt.Got<>(new Told<>(answer.value(), time(answer), answer.took()));
            case Reply.Failure<T> failure -> new Attempt.Missed<>(Setback.of(failure));
        };
    }

    private Instant time(Reply.Answer<?> answer) {
        if (answer.tellsTime()) {
            tally.clockDiffers(Duration.between(answer.sourceTime(), answer.answeredAt()));
        }
        return clock.answered(answer.sourceTime(), answer.answeredAt());
    }

    private static OrderWindow emptyWindow() {
        return OrderWindow.closed(WindowField.MODIFIED, NOTHING_YET, NOTHING_YET.plusSeconds(1));
    }
}
