package remfunnel.standalone;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import remfunnel.config.access.FirstAdmin;

/** The three services in this process: started side by side, closed one after the other. */
final class Services implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Services.class);

    private static final Executor A_THREAD_EACH =
            task -> Thread.ofPlatform().name("start-service").start(task);

    private static final long PATIENCE_SECONDS = 20;

    private final Map<Service, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Void> starts = CompletableFuture.completedFuture(null);

    /** Returns when all are up; when one fails, the others are there to be closed. */
    void start(ServiceSettings settings, Screen screen) {
        CompletableFuture<?>[] each = Stream.of(Service.values())
                .map(service -> CompletableFuture.runAsync(() -> start(service, settings, screen), A_THREAD_EACH))
                .toArray(CompletableFuture<?>[]::new);
        starts = CompletableFuture.allOf(each);
        try {
            starts.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart clear ? clear : e;
        }
    }

    /** What config-service made at its first start, to be shown once. */
    Optional<String> firstPassword() {
        return Optional.ofNullable(running.get(Service.CONFIG))
                .flatMap(config -> config.getBean(FirstAdmin.class).takePassword());
    }

    private void start(Service service, ServiceSettings settings, Screen screen) {
        try {
            var started = screen.step(service.title(), () -> service.start(settings.fixed(service), settings.usual()));
            running.put(service, started);
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The service " + service.title() + " did not start: " + root(e).getMessage() + " (more in "
                            + settings.machine().data().log("remfunnel") + ")",
                    e);
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What is half started cannot be closed, and without its broker it would wait for long: so it is waited for. */
    private void awaitStarts() {
        try {
            starts.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException toldByTheStart) {
            LOGGER.atDebug().log("Closing what has started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        awaitStarts();
        for (Service service : Service.values()) {
            var context = running.remove(service);
            if (context != null) {
                context.close();
            }
        }
    }
}
