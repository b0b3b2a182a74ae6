package remfunnel.systemtests.kills;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.OrderTruth;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorControl;
import remfunnel.simulator.SimulatorOptions;

/** The simulated account, and what an undisturbed run publishes of it: each state that a poll could see. */
public final class Shop implements AutoCloseable {
    public static final String KEY = SimulatorOptions.DEFAULT_KEY;

    private static final int NEW = 900101;

    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Simulator simulator;
    private final Map<Long, Version> present = new TreeMap<>();
    private final Set<Version> expected = new HashSet<>();

    public Shop(int orders, long seed, Duration latency) {
        this(orders, seed, latency, "127.0.0.1");
    }

    /** One that listens at that address of this machine. */
    Shop(int orders, long seed, Duration latency, String host) {
        simulator = Simulator.start(SimulatorOptions.defaults()
                .orders(orders)
                .seed(seed)
                .host(host)
                .latency(latency)
                .clock(clock)
                .requestsPerSecond(0));
        changed();
    }

    public URI url() {
        return simulator.baseUrl();
    }

    /** What else may happen at the source. */
    public SimulatorControl control() {
        return simulator.control();
    }

    /** New orders alone: what history has still to read stays as it is. */
    Set<Version> receive(int orders) {
        for (int i = 0; i < orders; i++) {
            simulator.control().create(NEW, OrderEdit.NOTHING);
        }
        return changed();
    }

    /** So many events of the shop's life, all in one second. */
    Set<Version> live(int events) {
        simulator.control().step(events);
        return changed();
    }

    public void pass(Duration time) {
        clock.pass(time);
    }

    Set<Version> expected() {
        return Set.copyOf(expected);
    }

    public Collection<OrderTruth> truth() {
        return simulator.control().truth();
    }

    private Set<Version> changed() {
        List<Version> now = simulator.control().truth().stream()
                .map(order -> Version.of(order.id(), order.v1()))
                .toList();
        Set<Version> changed = new HashSet<>(now);
        changed.removeAll(Set.copyOf(present.values()));
        now.forEach(version -> present.put(version.order(), version));
        expected.addAll(changed);
        return changed;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
