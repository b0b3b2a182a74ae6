package remfunnel.benchmarks.ingest;

import java.time.Duration;
import java.util.stream.IntStream;
import remfunnel.benchmarks.harness.ParentLine;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;

/** Accounts of the source in a process of their own; told how often it was asked, whatever the question. */
final class SimulatorProcess {
    private SimulatorProcess() {}

    /** Orders of each account, accounts, requests a second of each, milliseconds until it answers. */
    public static void main(String[] arguments) {
        var parent = ParentLine.open();
        var options = SimulatorOptions.defaults()
                .orders(Integer.parseInt(arguments[0]))
                .keys(keys(Integer.parseInt(arguments[1])))
                .requestsPerSecond(Integer.parseInt(arguments[2]))
                .latency(Duration.ofMillis(Long.parseLong(arguments[3])));
        try (var simulator = Simulator.start(options)) {
            parent.say(simulator.baseUrl().toString());
            while (parent.next().isPresent()) {
                var counted = simulator.control().statistics();
                parent.say(counted.requests() + " " + counted.orderLists() + " " + counted.tooMany());
            }
        }
        System.exit(0);
    }

    static String key(int account) {
        return String.format(java.util.Locale.ROOT, "%032x", account + 1);
    }

    private static String[] keys(int accounts) {
        return IntStream.range(0, accounts).mapToObj(SimulatorProcess::key).toArray(String[]::new);
    }
}
