package remfunnel.standalone;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The three services in this process: started side by side, closed one after the other. */
final class Services implements AutoCloseable {
    private static final Executor A_THREAD_EACH =
            task -> Thread.ofPlatform().name("start-service").start(task);

    private final Map<Service, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    /** Returns when all are up; when one fails, the others are there to be closed. */
    void start(ServiceSettings settings, Screen screen) {
        CompletableFuture<?>[] starts = Stream.of(Service.values())
                .map(service -> CompletableFuture.runAsync(() -> start(service, settings, screen), A_THREAD_EACH))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart clear ? clear : e;
        }
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

    @Override
    public void close() {
        for (Service service : Service.values()) {
            var context = running.remove(service);
            if (context != null) {
                context.close();
            }
        }
    }
}
