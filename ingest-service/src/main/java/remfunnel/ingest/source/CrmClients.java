package remfunnel.ingest.source;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.OkHttpClient;
import remfunnel.ingest.source.RequestExecutor.Surroundings;
import remfunnel.tracing.Tracing;

/** Opens clients that share connections and, for each key, one budget of requests: the first client of a key sets it. */
public final class CrmClients implements AutoCloseable {
    private final ConcurrentMap<Secret, RequestBudget> budgets = new ConcurrentHashMap<>();
    private final OkHttpClient http = new OkHttpClient();
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Tracing tracing;

    public CrmClients(InstantSource clock) {
        this(clock, Tracing.OFF);
    }

    public CrmClients(InstantSource clock, Tracing tracing) {
        this(clock, Thread::sleep, tracing);
    }

    CrmClients(InstantSource clock, Sleeper sleeper) {
        this(clock, sleeper, Tracing.OFF);
    }

    private CrmClients(InstantSource clock, Sleeper sleeper, Tracing tracing) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.tracing = tracing;
    }

    /** What their requests are spans of. */
    public Tracing tracing() {
        return tracing;
    }

    public CrmClient open(ClientSettings settings, CrmObserver observer) {
        var limits = settings.limits();
        var exchange = new HttpExchange(http, limits, clock);
        var backoff =
                new Backoff(limits.attempts(), () -> ThreadLocalRandom.current().nextDouble());
        var budget = budgets.computeIfAbsent(settings.apiKey(), key -> RequestBudget.of(limits));
        observer.within(budget::perSecond);
        var executor =
                new RequestExecutor(settings, exchange, budget, new Surroundings(backoff, sleeper, observer, tracing));
        return switch (settings.api()) {
            case V1 -> new OkHttpCrmClient(new V1Api(), executor, token(settings, executor), exchange, clock);
            case V2 ->
                new OkHttpCrmClient(new V2Api(), executor, new BearerAccess(settings.apiKey(), clock), exchange, clock);
        };
    }

    /** Everyone waits for a token, so it never stands behind history. */
    private Access token(ClientSettings settings, RequestExecutor executor) {
        var call = V1Api.token(settings.apiKey());
        var open = new OpenAccess(settings.apiKey());
        return new TokenAccess(
                () -> executor.execute(call, open, Priority.LIVE),
                settings.limits().tokenLife(),
                clock);
    }

    /** Ends the shared connections. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
