package remfunnel.benchmarks.ingest;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;

/** Accounts of the simulated source, all alike. */
record Accounts(ChildJvm process, URI baseUrl) implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xms768m", "-Xmx768m", "-XX:+UseSerialGC");

    /**
     * What kind of accounts.
     *
     * @param orders of each
     * @param requestsPerSecond that each allows; 0: no limit
     * @param latencyMillis until an answer begins
     */
    record Kind(int accounts, int orders, int requestsPerSecond, int latencyMillis) {
        private List<String> arguments() {
            return Stream.of(orders, accounts, requestsPerSecond, latencyMillis)
                    .map(String::valueOf)
                    .toList();
        }
    }

    /** How often the source was asked, for pages of orders and in all, and how often that was too often. */
    record Counts(long requests, long pages, long tooMany) {}

    static Accounts open(Bench bench, String name, Kind kind) {
        var log = bench.directory("logs").resolve(name + ".log");
        var process = bench.add(ChildJvm.start(SimulatorProcess.class, log, JVM, kind.arguments()));
        return new Accounts(process, URI.create(process.answer()));
    }

    String key(int account) {
        return SimulatorProcess.key(account);
    }

    Counts counts() {
        long[] counted = Stream.of(process.ask("counts").split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Counts(counted[0], counted[1], counted[2]);
    }

    @Override
    public void close() {
        process.close();
    }
}
