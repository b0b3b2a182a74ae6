package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any process dies at any moment, and nobody who reads the topics can tell. The source is polled every second. Its clock stands while a
 * batch of changes is made and then goes on, so what an undisturbed run publishes is known, and when each change truly happened.
 */
class KillsIT {
    private static final String CONNECTOR = "shop";
    private static final int ORDERS = 3_000;

    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long began = System.nanoTime();
    private Shop shop;
    private Pipeline pipeline;
    private Watch watch;
    private Plan plan = Plan.ALL.getFirst();

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        var logs = Files.createDirectories(Path.of("target", "kills").toAbsolutePath());
        shop = new Shop(ORDERS, seed, Duration.ofMillis(120));
        pipeline = new Pipeline(directory, logs);
        watch = new Watch(pipeline.bootstrapServers());
    }

    @AfterEach
    void stop() {
        watch.close();
        pipeline.close();
        shop.close();
    }

    @Test
    void killedTwentyTimesThePipelinePublishesWhatAnUndisturbedOneDoes() {
        say("seed %d".formatted(seed));
        connect();

        for (Part victim : List.of(Part.INGEST, Part.TRANSFORM, Part.REGISTRY, Part.INGEST, Part.TRANSFORM)) {
            killWhile(victim, shop.receive(1 + random.nextInt(5)));
        }
        watch.await("history", () -> watch.orders().holds(shop.expected()));
        var victims = shuffled();
        int first = random.nextInt(Plan.ALL.size());
        for (int n = 0; n < victims.size(); n++) {
            if (n % 3 == 0) {
                configure(Plan.ALL.get((first + n / 3) % Plan.ALL.size()));
            }
            killWhile(victims.get(n), shop.live(10 + random.nextInt(40)));
        }

        var audit = new Audit(shop, watch.orders(), watch.facts());
        watch.settle(audit, plan);
        say("settled");
        audit.eventsAreThoseOfAnUndisturbedRun();
        assertThat(audit.firstDifference(plan)).isEmpty();
        audit.noFactWasWrittenTwice(pipeline.bootstrapServers());
        audit.transitionsAndTotalsFollow(plan, pipeline.bootstrapServers());
    }

    private void connect() {
        watch.await("config", () -> pipeline.isReady(Part.CONFIG));
        configure(plan);
        pipeline.rest().put("/api/connectors/" + CONNECTOR + "/credentials", Map.of("api-key", Shop.KEY));
        watch.await("the first orders", () -> !watch.orders().versions().isEmpty());
    }

    private void configure(Plan next) {
        plan = next;
        pipeline.rest()
                .put(
                        "/api/connectors/" + CONNECTOR,
                        next.document(CONNECTOR, shop.url().toString()));
        say("configuration %d".formatted(Plan.ALL.indexOf(next)));
    }

    /** With the five during history, twenty. */
    private List<Part> shuffled() {
        var victims = new ArrayList<Part>();
        victims.addAll(Collections.nCopies(6, Part.INGEST));
        victims.addAll(Collections.nCopies(5, Part.TRANSFORM));
        victims.addAll(Collections.nCopies(2, Part.CONFIG));
        victims.addAll(Collections.nCopies(2, Part.REGISTRY));
        Collections.shuffle(victims, random);
        return victims;
    }

    /** The changes are made when the victim is up, seen once time has passed, and the victim dies somewhere on their way. */
    private void killWhile(Part victim, Collection<Version> changes) {
        watch.await(victim + " ready", () -> pipeline.isReady(victim));
        shop.pass(Duration.ofSeconds(5 + random.nextInt(85)));
        int after = random.nextInt(3_000);
        watch.readFor(Duration.ofMillis(after));
        say("%s killed after %d ms, %d of %d changes seen, %d of %d states, %d fact records"
                .formatted(
                        victim,
                        after,
                        watch.orders().held(changes),
                        changes.size(),
                        watch.orders().held(shop.expected()),
                        shop.expected().size(),
                        watch.facts().records()));
        pipeline.killAndRestart(victim);
        watch.await(
                "the changes after the kill of " + victim, () -> watch.orders().holds(changes));
    }

    private void say(String what) {
        System.out.printf("kills %3d s: %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), what);
    }
}
