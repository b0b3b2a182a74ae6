package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.context.ConfigurableApplicationContext;
import remfunnel.schemas.Party;
import remfunnel.schemas.Topics;
import remfunnel.transform.TransformApplication;

/** Derives everything a second time, by an application and into topics of its own, while the first goes on. */
final class Beside {
    static final String PREFIX = "beside.";

    /** Not the other's name with something behind it: Kafka's reset takes topics that begin with an application's name for its own. */
    private static final String APPLICATION = PREFIX + Party.TRANSFORM_APPLICATION;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final int QUIET_LOOKS = 5;

    /** Names that changed are waited for by the topology before it restates orders for them: for less than we look. */
    private static final Duration NAMES_QUIET = Duration.ofSeconds(2);

    /** The last record of a partition may be the mark of a transaction, which is read but never committed as an offset. */
    static final long MARK = 1;

    private final Map<String, Object> kafka;
    private final String registry;
    private final PrintWriter out;

    Beside(Map<String, Object> kafka, String registry, PrintWriter out) {
        this.kafka = kafka;
        this.registry = registry;
        this.out = out;
    }

    /** What another release derived would be gone on with, and compared as if this one had. */
    void checkNothingIsLeft() {
        try (var application = new Application(APPLICATION, kafka)) {
            if (!application.committed().isEmpty()) {
                throw new CannotReplay(
                        "An earlier --beside left what it derived: --compare goes on with it. To derive anew,"
                                + " as with another release, delete it first: kafka-topics.sh --delete --topic '"
                                + PREFIX.replace(".", "\\.")
                                + ".*' and kafka-consumer-groups.sh --delete --group " + APPLICATION + ".");
            }
        }
    }

    /**
     * @param alsoDone whether all that is waited for besides is done
     * @param whenDone what is done once everything there is has been read and no order waits to be judged again, while live orders go on
     *     to be followed
     */
    <T> T run(Path stateDirectory, BooleanSupplier alsoDone, Supplier<T> whenDone) {
        try (var topology = TransformApplication.builder().run(settings(stateDirectory));
                var application = new Application(APPLICATION, kafka)) {
            for (int quiet = 0; quiet < QUIET_LOOKS; ) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                checkAlive(topology);
                long left = left(application) + restating(topology);
                tell(left);
                quiet = left == 0 && alsoDone.getAsBoolean() ? quiet + 1 : 0;
            }
            return whenDone.get();
        }
    }

    /** As arguments, which count before the environment: there may be other brokers in it. */
    private String[] settings(Path stateDirectory) {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((name, value) -> settings.put("remfunnel.kafka.client." + name, value));
        settings.put("remfunnel.kafka.bootstrap-servers", kafka.get("bootstrap.servers"));
        settings.put("remfunnel.registry.url", registry);
        settings.put("remfunnel.topics.partitions", partitions());
        settings.put("remfunnel.transform.application-id", APPLICATION);
        settings.put("remfunnel.transform.output-prefix", PREFIX);
        settings.put("remfunnel.transform.state-dir", stateDirectory.toString());
        settings.put("remfunnel.transform.port", 0);
        settings.put("remfunnel.transform.names-quiet", NAMES_QUIET.toMillis() + "ms");
        return settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    private int partitions() {
        try (var application = new Application(APPLICATION, kafka)) {
            return application.partitionsOf(Topics.ORDERS.name());
        }
    }

    private static long left(Application application) {
        var committed = application.committed();
        return application.ends(application.partitions(Topics.ORDERS)).entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .map(behind -> behind <= MARK ? 0 : behind)
                .sum();
    }

    private static long restating(ConfigurableApplicationContext topology) {
        var meters = topology.getBean(io.micrometer.core.instrument.MeterRegistry.class);
        var total = meters.find("remfunnel.restatement.orders").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
        var done = meters.find("remfunnel.restatement.done").gauges().stream()
                .filter(Objects::nonNull)
                .mapToDouble(gauge -> gauge.value())
                .sum();
        return Math.round(total - done);
    }

    private static void checkAlive(ConfigurableApplicationContext topology) {
        var state = topology.getBean(KafkaStreams.class).state();
        if (state == KafkaStreams.State.ERROR || state.hasCompletedShutdown()) {
            throw new CannotReplay("The topology that derives beside has ended: what it logged above says why.");
        }
    }

    private void tell(long left) {
        if (left > 0) {
            out.printf("%,d records and orders to go%n", left);
            out.flush();
        }
    }
}
