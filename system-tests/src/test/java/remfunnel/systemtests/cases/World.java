package remfunnel.systemtests.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import remfunnel.schemas.Topic;
import remfunnel.schemas.Topics;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorControl;
import remfunnel.simulator.SimulatorOptions;
import remfunnel.systemtests.foreign.ForeignDecoder;
import remfunnel.systemtests.foreign.ForeignEncoder;

/** What one case has: its folder, its accounts, and eyes on the topics. Steps share nothing else. */
public final class World implements AutoCloseable {
    private final Installation installation;
    private final Path folder;
    private final Path scratch;
    private final ForeignDecoder decoder;
    private final Map<String, Simulator> accounts = new HashMap<>();
    private final Map<String, TopicLog> logs;
    private final Map<String, Long> requests = new HashMap<>();
    private final Set<String> connectors = new LinkedHashSet<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    World(Installation installation, Path folder, Path scratch) {
        this.installation = installation;
        this.folder = folder;
        this.scratch = scratch;
        this.decoder = new ForeignDecoder(installation.registry());
        this.logs = List.of(
                        Topics.ORDERS,
                        Topics.FACTS,
                        Topics.TRANSITIONS,
                        Topics.TOTALS,
                        Topics.STATUS,
                        Topics.REJECTS,
                        Topics.CONFIG_ACTIVE)
                .stream()
                .map(Topic::name)
                .collect(Collectors.toMap(name -> name, name -> new TopicLog(installation.bootstrapServers(), name)));
        logs.values().forEach(log -> open.push(log::close));
    }

    public void open(String name, SimulatorOptions options) {
        var simulator = Simulator.start(options);
        open.push(simulator::close);
        accounts.put(name, simulator);
    }

    public SimulatorControl account(String name) {
        if (!accounts.containsKey(name)) {
            throw new IllegalArgumentException("no account " + name + "; there are " + accounts.keySet());
        }
        return accounts.get(name).control();
    }

    public TopicLog topic(String name) {
        return logs.get(name);
    }

    public ForeignDecoder decoder() {
        return decoder;
    }

    public ForeignEncoder encoder() {
        return new ForeignEncoder(decoder);
    }

    public String bootstrapServers() {
        return installation.bootstrapServers();
    }

    /** How many orders were asked for when it was last remembered. */
    public Map<String, Long> requests() {
        return requests;
    }

    public String registryUrl() {
        return installation.registryUrl();
    }

    /** What is done while the topology does not run. */
    public void withoutTransform(Runnable work) {
        installation.withoutTransform(work);
    }

    /** A place for what a command keeps. */
    public Path scratch() {
        return scratch;
    }

    public Commands commands() {
        return new Commands(installation.url());
    }

    /** Leaves nothing that polls when the case ends. */
    public void willRemove(String connector) {
        connectors.add(connector);
    }

    /** A file of the case, with {shop.url} and {shop.key} replaced by those of the account called shop. */
    public String text(String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            for (var account : accounts.entrySet()) {
                String url = account.getValue().baseUrl().toString();
                text = text.replace("{" + account.getKey() + ".url}", url)
                        .replace("{" + account.getKey() + ".key}", SimulatorOptions.DEFAULT_KEY);
            }
            return text;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The same, as a file that a command can be given. */
    public Path file(String name) {
        try {
            return Files.writeString(scratch.resolve(name), text(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        for (String connector : connectors) {
            commands().run("connectors", "remove", connector);
        }
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
