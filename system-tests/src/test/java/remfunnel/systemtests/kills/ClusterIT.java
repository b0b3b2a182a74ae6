package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.systemtests.Needed;

/**
 * Three brokers and two instances of every service: whatever happens to one of them, nobody who reads the topics can tell. In one order,
 * on one cluster: starting it takes longer than most of what happens to it.
 */
@TestMethodOrder(OrderAnnotation.class)
@EnabledIfSystemProperty(
        named = "cluster.rounds",
        matches = "[1-9]\\d*",
        disabledReason = "it takes some ten minutes: -Dcluster.rounds=1 runs it")
class ClusterIT {
    private static final int ORDERS = 150;
    private static final int ROUNDS = Integer.getInteger("cluster.rounds", 1);
    private static final long SEED = Long.getLong("cluster.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    private static final long BEGAN = System.nanoTime();
    private static final List<Branch> BRANCHES = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static Optional<Island> island;
    private static ClusterPipeline pipeline;
    private static boolean sound;

    @BeforeAll
    static void start() throws Exception {
        say("seed " + SEED);
        island = Island.raise();
        var logs = Files.createDirectories(Path.of("target", "cluster").toAbsolutePath());
        pipeline = new ClusterPipeline(directory, logs, island);
        pipeline.start();
        say("started");
        for (int partition = 0; partition < ClusterPipeline.PARTITIONS; partition++) {
            var source = island.map(Island::source).orElse("127.0.0.1");
            var shop = new Shop(ORDERS, SEED + partition, Duration.ofMillis(20), source);
            BRANCHES.add(new Branch(partition, ClusterPipeline.PARTITIONS, shop, pipeline.bootstrapServers()));
        }
        BRANCHES.forEach(branch -> branch.connect(config()));
        BRANCHES.forEach(branch -> branch.awaitAsReckoned("at first"));
        pipeline.awaitBothAtWork();
        sound = true;
        say("connected");
    }

    @AfterAll
    static void stop() {
        BRANCHES.forEach(Branch::close);
        Optional.ofNullable(pipeline).ifPresent(ClusterPipeline::close);
        island.ifPresent(Island::close);
    }

    @Test
    @Order(1)
    void everyTopicHasThreeCopiesAndTwoOfThemBeforeAWriteCounts() throws Exception {
        var topics = pipeline.brokers().topics();

        var ours = topics.keySet().stream()
                .filter(name -> !name.startsWith("__"))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        assertThat(topics.keySet()).anyMatch(name -> name.endsWith("-changelog"));
        assertThat(topics.values())
                .allSatisfy(topic -> assertThat(topic.partitions())
                        .allSatisfy(
                                partition -> assertThat(partition.replicas()).hasSize(3)));
        assertThat(pipeline.brokers().admin().describeConfigs(ours).all().get())
                .allSatisfy((topic, config) ->
                        assertThat(config.get("min.insync.replicas").value()).isEqualTo("2"));
    }

    @Test
    @Order(2)
    void eachInstanceOfTransformKeepsACopyOfTheOthersState() throws Exception {
        Watch.waitFor("copies of all state", () -> tasks(0).equals(tasks(1)));

        assertThat(tasks(0)).hasSizeGreaterThanOrEqualTo(ClusterPipeline.PARTITIONS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disturbances")
    @Order(3)
    void disturbedItPublishesWhatAnUndisturbedOneDoes(Disturbance disturbance) {
        assumeTrue(sound, "a former disturbance left no sound cluster");
        Needed.here(
                disturbance != Disturbance.INSTANCE_CUT_OFF || island.isPresent(),
                "an instance can be cut off: network namespaces need root and iproute2");
        sound = false;
        var changed = BRANCHES.get(RANDOM.nextInt(BRANCHES.size()));
        changed.configure(config(), Plan.ALL.get(RANDOM.nextInt(Plan.ALL.size())));

        for (var step : disturbance.steps(pipeline, island, RANDOM.nextInt(60))) {
            BRANCHES.forEach(branch -> branch.live(5 + RANDOM.nextInt(25)));
            step.act().run();
            BRANCHES.forEach(branch -> branch.awaitAsReckoned(step.what()));
            say(step.what());
        }

        sound = true;
    }

    @Test
    @Order(4)
    void nothingComesLateOrTwice() {
        BRANCHES.forEach(branch -> branch.check(config(), pipeline.bootstrapServers()));
    }

    static Stream<Disturbance> disturbances() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> {
            var all = new ArrayList<>(List.of(Disturbance.values()));
            Collections.shuffle(all, RANDOM);
            return all.stream();
        });
    }

    /** Either instance takes what people say. */
    private static Rest config() {
        return pipeline.of(Part.CONFIG, RANDOM.nextInt(2)).rest();
    }

    private static Set<String> tasks(int machine) {
        var state = pipeline.of(Part.TRANSFORM, machine).state();
        try (var found = Files.find(state, 4, (path, file) -> path.endsWith("rocksdb"))) {
            var tasks = new TreeSet<String>();
            found.forEach(path -> tasks.add(path.getParent().getFileName().toString()));
            return tasks;
        } catch (IOException changing) {
            return Set.of(state.toString());
        }
    }

    private static void say(String what) {
        System.out.printf("cluster %3d s: %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - BEGAN), what);
    }
}
