package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import remfunnel.schemas.Party;
import remfunnel.schemas.Topics;

/** Has facts, transitions and totals derived again. */
@Command(
        name = "replay",
        description = {
            "Has facts, transitions and totals derived again from the orders kept on Kafka.",
            "Without options it tells what Kafka's application reset would do; with --execute it does it. The topology must be"
                    + " stopped: of ./remfunnel up, the broker is started for as long as this takes.",
            "With --connector or --from, events are read again on top of what is known.",
            "With --beside everything is derived a second time, into topics of its own, while all else runs; --compare says"
                    + " whether it came out the same."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    /** What the names of all that is derived beside begin with. */
    public static final String BESIDE = Beside.PREFIX;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--connector",
            paramLabel = "ID",
            description = "read again the events of this connector's partition")
    private Optional<String> connector = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            description = "read again the events written since, such as 2026-11-01T00:00:00Z")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--execute", description = "do it: without, nothing is changed")
    private boolean execute;

    @Option(names = "--force", description = "reset although a restatement is not over: what it has not reached stays")
    private boolean force;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "${env:REMFUNNEL_TRANSFORM_APPLICATION_ID:-" + Party.TRANSFORM_APPLICATION + "}",
            description = "of the topology; by itself REMFUNNEL_TRANSFORM_APPLICATION_ID, here ${DEFAULT-VALUE}")
    private String applicationId;

    @ArgGroup
    private Second second = new Second();

    @Spec
    private CommandSpec spec;

    /** Deriving beside, and comparing. */
    private static final class Second {
        @Option(names = "--beside", description = "derive everything a second time, beside what there is")
        private boolean beside;

        @Option(
                names = "--compare",
                description =
                        "bring what was derived beside up to date, and compare it with what there is; 1 if it differs")
        private boolean compare;

        boolean isAsked() {
            return beside || compare;
        }
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            return second.isAsked() ? besideWhatRuns(out) : again(out);
        } catch (CannotReplay clear) {
            spec.commandLine().getErr().println("remfunnel: " + clear.getMessage());
            return 1;
        }
    }

    private int besideWhatRuns(PrintWriter out) {
        if (execute || force || connector.isPresent() || from.isPresent()) {
            throw new CannotReplay(
                    "--beside and --compare are of everything, and change nothing that others read: leave out"
                            + " --execute, --force, --connector and --from.");
        }
        var running = kafka.running();
        var beside = new Beside(running, kafka.registry(), out);
        if (second.beside) {
            beside.checkNothingIsLeft();
        }
        boolean isRight = second.compare
                ? compare(beside, running, out)
                : beside.run(stateBeside(), () -> true, () -> tellWhatToDoNext(out));
        return isRight ? 0 : 1;
    }

    private boolean compare(Beside beside, Map<String, Object> broker, PrintWriter out) {
        try (var application = new Application(applicationId, broker)) {
            var running = new Running(application, broker, out);
            return beside.run(stateBeside(), running::isSettled, () -> new Comparison(broker, out).run());
        }
    }

    private static boolean tellWhatToDoNext(PrintWriter out) {
        out.println("Everything is derived beside, into " + Beside.PREFIX + Topics.FACTS.name() + " and the others."
                + " Now: ./remfunnel replay --compare");
        out.flush();
        return true;
    }

    private Path stateBeside() {
        return kafka.data().resolve("streams-beside");
    }

    private int again(PrintWriter out) {
        try (var broker = kafka.open()) {
            again(broker, out);
        }
        return 0;
    }

    private void again(KafkaOptions.Kafka broker, PrintWriter out) {
        var properties = broker.properties();
        try (var application = new Application(applicationId, properties)) {
            connector.ifPresent(id -> checkKnown(id, properties));
            application.checkStopped(broker.patience(), out);
            if (connector.isPresent() || from.isPresent()) {
                new Rewind(application, out).run(connector, from, execute);
            } else {
                new Reset(application, properties, out).run(execute, force);
            }
        }
    }

    /** A misspelt one has a partition as well: that of others. */
    private static void checkKnown(String connector, Map<String, Object> properties) {
        var known = new TreeSet<>(new CompactedTopic(properties, Topics.CONFIG_ACTIVE.name())
                .read()
                .keySet());
        if (!known.contains(connector)) {
            throw new CannotReplay("There is no connector '" + connector + "' in force; there are: "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + '.');
        }
    }
}
