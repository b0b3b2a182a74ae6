package remfunnel.benchmarks.restatement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.TransformProcess;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.standalone.Main;

/** The transform on one stream thread; it can be stopped, reset as its operator would, and started again. */
final class OneThread implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Bench bench;
    private final Cluster cluster;
    private ChildJvm process;

    private OneThread(Bench bench, Cluster cluster) {
        this.bench = bench;
        this.cluster = cluster;
        this.process = open(bench, cluster);
    }

    static OneThread start(Bench bench, Cluster cluster) {
        return new OneThread(bench, cluster);
    }

    private static ChildJvm open(Bench bench, Cluster cluster) {
        List<String> arguments = new ArrayList<>(cluster.arguments());
        arguments.add("--remfunnel.transform.state-dir=" + bench.directory("state"));
        arguments.add("--remfunnel.transform.threads=1");
        var process = bench.add(ChildJvm.start(TransformProcess.class, log(bench, "transform"), JVM, arguments));
        process.answer();
        return process;
    }

    private static Path log(Bench bench, String name) {
        return bench.directory("logs").resolve(name + ".log");
    }

    void stop() {
        process.close();
    }

    /** By {@code ./remfunnel replay}. */
    void reset() {
        var arguments = List.of("replay", "--execute", "--bootstrap-servers=" + cluster.bootstrapServers());
        try (var replay = ChildJvm.start(Main.class, log(bench, "replay"), List.of(), arguments)) {
            replay.awaitSuccess();
        }
    }

    void startAgain() {
        process = open(bench, cluster);
    }

    @Override
    public void close() {
        process.close();
    }
}
