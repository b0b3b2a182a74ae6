package remfunnel.benchmarks.transform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import remfunnel.benchmarks.cluster.Application;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Tail;
import remfunnel.benchmarks.cluster.TransformProcess;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.schemas.TopicSetup;
import remfunnel.transform.topology.FunnelTopology;

/** Sends the events through a design in a process of its own, which begins with nothing and whose traces vanish. */
final class Turns {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");
    private static final long LOOK_NANOS = 50_000_000;
    private static final int SAMPLE = 10_000;

    private final Bench bench;
    private final Cluster cluster;
    private final Load load;
    private int turns;
    private int orderBytes;
    private long answered;

    Turns(Bench bench, Cluster cluster, Load load) {
        this.bench = bench;
        this.cluster = cluster;
        this.load = load;
    }

    /** What it took from the first event behind the warm-up to the last, all that follows from them written and committed. */
    record Turn(long events, Duration took, Duration cpu, Duration brokerCpu, double recordsAnEvent) {
        double perSecond() {
            return events / (took.toNanos() / 1e9);
        }

        double cpuSecondsAMillion() {
            return cpu.toNanos() / 1e3 / events;
        }

        double brokerCpuSecondsAMillion() {
            return brokerCpu.toNanos() / 1e3 / events;
        }
    }

    /** Of the name of an application, which the names of its topics begin with. */
    static String prefix(String application) {
        return application + '.';
    }

    /** What the last turn of remfunnel's kept of an order, on average. */
    int orderBytes() {
        return orderBytes;
    }

    /** Questions, over all turns. */
    long answered() {
        return answered;
    }

    Turn take(Design design) throws InterruptedException {
        var name = "turn-" + ++turns;
        TopicSetup.ensureCopies(cluster.settings(), prefix(name), FunnelTopology.outputs());
        try (var application = new Application(cluster.settings(), name)) {
            var turn = take(design, name, application);
            if (design == Design.TRANSFORM) {
                orderBytes = orderBytes(name);
            }
            application.deleteTopics();
            return turn;
        }
    }

    private Turn take(Design design, String name, Application application) throws InterruptedException {
        try (var process = bench.add(start(design, name))) {
            var ready = process.answer();
            return design == Design.ASKED
                    ? asked(Integer.parseInt(ready), process, application)
                    : measure(process, application);
        }
    }

    private Turn asked(int port, ChildJvm process, Application application) throws InterruptedException {
        try (var questions = Questions.ask(port, cluster, load.orders())) {
            var turn = measure(process, application);
            answered += questions.end();
            return turn;
        }
    }

    private ChildJvm start(Design design, String name) {
        var log = bench.directory("logs").resolve(name + ".log");
        var state = bench.directory("state");
        return switch (design) {
            case TRANSFORM, ASKED -> ChildJvm.start(TransformProcess.class, log, JVM, transform(name, state));
            case PASS_THROUGH, WITH_STATE, TEXTBOOK -> {
                var peer = Peer.of(design, cluster, name, state, orderBytes);
                yield ChildJvm.start(PeerProcess.class, log, JVM, peer.arguments());
            }
        };
    }

    private List<String> transform(String name, Path state) {
        List<String> arguments = new ArrayList<>(cluster.arguments());
        arguments.add("--remfunnel.transform.application-id=" + name);
        arguments.add("--remfunnel.transform.output-prefix=" + prefix(name));
        arguments.add("--remfunnel.transform.state-dir=" + state);
        arguments.add("--remfunnel.transform.threads=1");
        return arguments;
    }

    private Turn measure(ChildJvm process, Application application) {
        long warm = 0;
        while (warm < load.warm()) {
            warm = look(process, application::eventsRead);
        }
        long began = System.nanoTime();
        var cpu = process.cpu();
        var brokerCpu = cluster.brokerCpu();
        while (look(process, application::left) > 0) {
            // Events are still on their way.
        }
        return new Turn(
                load.events() - warm,
                Duration.ofNanos(System.nanoTime() - began),
                process.cpu().minus(cpu),
                cluster.brokerCpu().minus(brokerCpu),
                (double) application.recordsWritten() / load.events());
    }

    private static long look(ChildJvm process, LongSupplier at) {
        LockSupport.parkNanos(LOOK_NANOS);
        process.checkAlive();
        return at.getAsLong();
    }

    private int orderBytes(String name) {
        long[] sums = new long[2];
        try (var changelog = Tail.of(cluster, name + "-orders-changelog")) {
            while (sums[0] < Math.min(SAMPLE, load.events() / 4)) {
                changelog.poll(record -> {
                    sums[0]++;
                    sums[1] += record.value().length;
                });
            }
        }
        return (int) (sums[1] / sums[0]);
    }
}
