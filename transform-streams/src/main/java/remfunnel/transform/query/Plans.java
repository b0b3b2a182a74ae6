package remfunnel.transform.query;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.stereotype.Component;
import remfunnel.funnel.Text;
import remfunnel.transform.state.ReadOnlyStores;

/** Makes plans on one thread, which rests more than it works: one a connector, and few that wait. */
@Component
class Plans implements AutoCloseable {
    private static final int MOST_WAITING = 4;
    private static final Text RUNNING = Text.of(
            "Another plan of this connector is being made: wait for it.",
            "Для этого подключения уже готовится другой план: дождитесь его.");
    private static final Text BUSY = Text.of(
            "Several plans of other connectors wait already: try again in a minute.",
            "Уже ждут планы других подключений: повторите через минуту.");

    private final PlanMaking making;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("plan").daemon(true).factory());

    Plans(PlanMaking making) {
        this.making = making;
    }

    Reply plan(ReadOnlyStores stores, String connector, Bytes draft) {
        if (!running.add(connector)) {
            return Reply.refused(409, "PLAN_RUNNING", RUNNING);
        }
        try {
            return onTheWorker(
                    () -> making.make(stores, connector, draft, rest -> LockSupport.parkNanos(rest.toNanos())));
        } catch (RejectedExecutionException full) {
            return Reply.refused(429, "BUSY", BUSY);
        } finally {
            running.remove(connector);
        }
    }

    private Reply onTheWorker(Callable<Reply> task) {
        try {
            return worker.submit(task).get();
        } catch (ExecutionException failed) {
            return failure(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Reply.notNow();
        }
    }

    private static Reply failure(Throwable cause) {
        return switch (cause) {
            case InvalidStateStoreException moving -> Reply.notNow();
            case CancellationException stopping -> Reply.notNow();
            case RuntimeException other -> throw other;
            default -> throw new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
