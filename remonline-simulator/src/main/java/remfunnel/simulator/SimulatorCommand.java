package remfunnel.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulator as a program of its own. */
@Command(
        name = "remonline-simulator",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "A RemOnline account that lives: v1, v2 and /control on one port of this machine.")
final class SimulatorCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8090", description = "0 is any free one")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1")
    private String host;

    @Option(names = "--orders", defaultValue = "20000", description = "orders at the start, over the last two years")
    private int orders;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--moves-per-second", defaultValue = "2")
    private double movesPerSecond;

    @Option(names = "--latency-ms", defaultValue = "0")
    private long latencyMillis;

    @Option(names = "--requests-per-second", defaultValue = "3", description = "for each key; 0 is no limit")
    private int requestsPerSecond;

    @Option(names = "--token-ttl-seconds", defaultValue = "600")
    private long tokenTtlSeconds;

    @Option(names = "--key", split = ",", defaultValue = SimulatorOptions.DEFAULT_KEY, description = "one account each")
    private List<String> keys;

    @Option(names = "--quirks", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
    private Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

    @Option(names = "--all-quirks", description = "all of them")
    private boolean allQuirks;

    @Option(names = "--start", description = "the account's time at the start, ISO-8601; the system's if not given")
    private Instant start;

    @Option(names = "--stand-still", description = "the account's clock does not run")
    private boolean standStill;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "keeps when the account moved: started again with it and the same options, it is the same account")
    private Optional<Path> journal = Optional.empty();

    /** Runs until told to stop. */
    public static void main(String[] args) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.exit(new CommandLine(new SimulatorCommand())
                .setExecutionExceptionHandler((wrong, line, parsed) -> {
                    line.getErr().println(wrong.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (journal.isPresent()) {
            lastingShop(journal.get());
        } else {
            simulator();
        }
        return 0;
    }

    private void simulator() throws InterruptedException {
        var simulator = Simulator.start(options());
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
        sayReady(simulator.baseUrl());
        simulator.join();
    }

    private void lastingShop(Path file) throws InterruptedException {
        if (start != null || standStill) {
            throw new IllegalArgumentException(
                    "--journal goes with the system's time: leave out --start and --stand-still");
        }
        var shop = SimulatedShop.open(options(), file);
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "shutdown"));
        if (movesPerSecond > 0) {
            shop.beginMoving(Duration.ofMillis(Math.max(1, Math.round(1000 / movesPerSecond))));
        }
        sayReady(shop.baseUrl());
        shop.join();
    }

    private void sayReady(URI url) {
        System.out.println("RemOnline simulator is ready at " + url + " with " + orders + " orders in each of "
                + keys.size() + " account(s)");
    }

    private SimulatorOptions options() {
        return SimulatorOptions.defaults()
                .orders(orders)
                .seed(seed)
                .movesPerSecond(movesPerSecond)
                .host(host)
                .port(port)
                .latency(Duration.ofMillis(latencyMillis))
                .requestsPerSecond(requestsPerSecond)
                .tokenTtl(Duration.ofSeconds(tokenTtlSeconds))
                .keys(keys.toArray(String[]::new))
                .quirks(allQuirks ? EnumSet.allOf(Quirk.class) : quirks)
                .clock(clock());
    }

    private Clock clock() {
        var system = Clock.systemUTC();
        var first = start == null ? system.instant() : start;
        return standStill
                ? Clock.fixed(first, ZoneOffset.UTC)
                : Clock.offset(system, Duration.between(system.instant(), first));
    }
}
