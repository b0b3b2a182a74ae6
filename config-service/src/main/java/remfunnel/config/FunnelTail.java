package remfunnel.config;

import java.time.Duration;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import remfunnel.config.page.FunnelBook;
import remfunnel.config.shaping.ConfigHistory;
import remfunnel.schemas.Records;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.Topics;

/** Keeps the book of what funnels hold and the history of what was written: the service answers while it is still being read, as there may be millions of orders. */
class FunnelTail implements SmartLifecycle {
    private final TopicTail tail;
    private Optional<Thread> thread = Optional.empty();

    FunnelTail(KafkaSettings kafka, Records records, FunnelBook book, ConfigHistory history) {
        this.tail = new TopicTail(kafka, records)
                .feedingInto(Topics.TOTALS, (key, total, offset) -> book.total(key, total))
                .feedingInto(Topics.FACTS, (key, fact, offset) -> book.fact(key, fact))
                .feedingInto(Topics.CONFIG, history::configuration)
                .feedingInto(Topics.AUDIT, (key, entry, offset) -> entry.ifPresent(deed -> history.deed(key, deed)))
                .onceCaughtUp(book::completed);
    }

    @Override
    public void start() {
        thread =
                Optional.of(Thread.ofPlatform().name("funnel-tail").daemon(true).start(tail));
    }

    @Override
    public void stop() {
        tail.close();
        thread.ifPresent(FunnelTail::join);
        thread = Optional.empty();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.filter(Thread::isAlive).isPresent();
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
