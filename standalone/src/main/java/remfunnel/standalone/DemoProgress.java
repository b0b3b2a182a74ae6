package remfunnel.standalone;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells on the terminal how the demo's connector fares: often while it connects, now and then later. */
final class DemoProgress implements AutoCloseable {
    private static final int LOOK_SECONDS = 3;
    private static final int QUIET_LOOKS = 10;

    private final DemoStatus status;
    private final Screen screen;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-progress").factory());
    private String saidState = "";
    private int quiet;

    DemoProgress(DemoStatus status, Screen screen) {
        this.status = status;
        this.screen = screen;
    }

    void begin() {
        var unused = looks.scheduleWithFixedDelay(this::look, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        status.read().ifPresent(this::tell);
    }

    private void tell(JsonNode connector) {
        String state = state(connector.path("ingest"));
        if (!state.equals(saidState) || ++quiet >= QUIET_LOOKS) {
            screen.say("  demo: " + state + counters(connector.path("transform")));
            saidState = state;
            quiet = 0;
        }
    }

    private static String state(JsonNode ingest) {
        JsonNode progress = ingest.path("progress");
        String state = ingest.path("state").asString("waiting for the source");
        return progress.path("total").asLong(0) > 0
                ? "%s %,d of %,d"
                        .formatted(
                                state,
                                progress.path("done").asLong(),
                                progress.path("total").asLong())
                : state;
    }

    /** What is zero is left out, as it is not news. */
    private static String counters(JsonNode transform) {
        return transform.path("counters").properties().stream()
                .filter(counter -> counter.getValue().asLong() > 0)
                .map(counter -> ", %s %,d"
                        .formatted(
                                counter.getKey().replace('_', ' '),
                                counter.getValue().asLong()))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
