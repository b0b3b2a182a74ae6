package remfunnel.simulator;

import java.util.List;
import java.util.stream.IntStream;

/** What a running simulator is made of; the server and the control share it. */
record Parts(
        SimulatorOptions options,
        List<Account> accounts,
        List<Mover> movers,
        Faults faults,
        Counters counters,
        Drift drift,
        Pace pace,
        Api api) {

    static Parts of(SimulatorOptions options) {
        var accounts = IntStream.range(0, options.keys().size())
                .mapToObj(number -> new Account(options, number))
                .toList();
        var movers = accounts.stream().map(Mover::new).toList();
        var counters = new Counters();
        var limit = new RateLimit(options.requestsPerSecond(), System::nanoTime);
        var drift = new Drift(accounts);
        var api = new Api(new Gate(options, accounts, limit, counters), accounts, drift);
        var pace = new Pace(movers, options.movesPerSecond());
        return new Parts(options, accounts, movers, new Faults(options.seed()), counters, drift, pace, api);
    }
}
