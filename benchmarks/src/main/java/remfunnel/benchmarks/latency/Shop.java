package remfunnel.benchmarks.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import remfunnel.ApiVersion;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.benchmarks.orders.SampleShop;
import remfunnel.benchmarks.source.SourceProxy;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;
import tools.jackson.databind.json.JsonMapper;

/** A simulated account whose orders move when told to, and the polls that are told of it. */
final class Shop implements AutoCloseable {
    static final String CONNECTOR = "shop";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int READY = 900104;
    private static final int WAITING = 900103;

    private final Simulator simulator;
    private final SourceProxy proxy;
    private final Map<Long, Long> movedAt = new ConcurrentHashMap<>();
    private final Map<Long, Long> polledAt = new ConcurrentHashMap<>();

    Shop(int orders) throws IOException {
        this.simulator =
                Simulator.start(SimulatorOptions.defaults().orders(orders).requestsPerSecond(0));
        this.proxy = new SourceProxy(simulator.baseUrl(), this::polled);
    }

    FunnelConfig config(Duration interval) {
        var source = SourceSettings.newBuilder()
                .setApi(ApiVersion.V1)
                .setBaseUrl(proxy.baseUrl().toString())
                .setPollIntervalMs(interval.toMillis())
                .build();
        return FunnelConfig.newBuilder(SampleShop.config(CONNECTOR))
                .setSource(source)
                .build();
    }

    String key() {
        return SimulatorOptions.DEFAULT_KEY;
    }

    /** Each order once: then the first poll that tells of it is the one that tells of this. */
    void move(long order) {
        int before = simulator.control().history(order).getLast().statusId();
        movedAt.put(order, System.nanoTime());
        simulator.control().move(order, before == READY ? WAITING : READY);
    }

    private void polled(SourceProxy.Page page) {
        for (var row : JSON.readTree(page.body()).path("data")) {
            long order = row.path("id").asLong();
            if (movedAt.containsKey(order)) {
                polledAt.putIfAbsent(order, page.askedAt());
            }
        }
    }

    List<Long> moved() {
        return List.copyOf(movedAt.keySet());
    }

    boolean hasMoved(long order) {
        return movedAt.containsKey(order);
    }

    /** By {@link System#nanoTime}. */
    long movedAt(long order) {
        return movedAt.get(order);
    }

    /** When the poll that told of it arrived at the source, by {@link System#nanoTime}. */
    long polledAt(long order) {
        return polledAt.get(order);
    }

    @Override
    public void close() {
        proxy.close();
        simulator.close();
    }
}
