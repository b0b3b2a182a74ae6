package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole machine dies at once, three times, its registry left an orphan; the next start on the same directory goes on. */
class KilledMachineIT {
    private static final String CONNECTOR = "shop";
    private static final int ORDERS = 300;
    private static final int KILLS = 3;

    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int kafka = FreePort.any();
    private final Rest rest = new Rest(FreePort.any());
    private Plan plan = Plan.ALL.getFirst();

    @Test
    void startedAgainOnItsDirectoryAKilledMachineGoesOn(@TempDir Path directory) throws IOException {
        System.out.println("killed machine: seed " + seed);
        try (var shop = new Shop(ORDERS, seed, Duration.ofMillis(60));
                var machine = machine(directory)) {
            machine.start();
            connect(shop);

            for (int kill = 0; kill < KILLS; kill++) {
                liveThrough(machine, shop, kill);
            }

            check(shop);
        }
    }

    private ChildProcess machine(Path directory) throws IOException {
        var log = Files.createDirectories(Path.of("target", "kills").toAbsolutePath())
                .resolve("machine.log");
        return new ChildProcess(
                Map.of("REMFUNNEL_REMONLINE_REQUESTSPERSECOND", "0", "REMFUNNEL_TRANSFORM_SLICEORDERS", "5"),
                log,
                "remfunnel.standalone.Main",
                "up",
                "--data",
                directory.resolve("data").toString(),
                "--port",
                Integer.toString(rest.port()),
                "--kafka-port",
                Integer.toString(kafka),
                "--registry-port",
                Integer.toString(FreePort.any()));
    }

    private void connect(Shop shop) {
        configure(shop, plan);
        rest.put("/api/connectors/" + CONNECTOR + "/credentials", Map.of("api-key", Shop.KEY));
    }

    private void configure(Shop shop, Plan next) {
        plan = next;
        rest.put(
                "/api/connectors/" + CONNECTOR,
                next.document(CONNECTOR, shop.url().toString()));
    }

    /** The first kill falls into reading history, the others into polling and restating. */
    private void liveThrough(ChildProcess machine, Shop shop, int kill) {
        try (var watch = new Watch(bootstrapServers())) {
            if (kill == 0) {
                watch.await("the first orders", () -> watch.orders().held(shop.expected()) > 0);
                shop.receive(3);
            } else {
                watch.await("history", () -> watch.orders().holds(shop.expected()));
                shop.live(30);
                configure(shop, Plan.ALL.get(kill));
            }
            shop.pass(Duration.ofSeconds(30));
            int after = random.nextInt(kill == 0 ? 500 : 3_000);
            watch.readFor(Duration.ofMillis(after));
            System.out.printf(
                    "killed machine: after %d ms, with %d of %d states and %d fact records%n",
                    after,
                    watch.orders().held(shop.expected()),
                    shop.expected().size(),
                    watch.facts().records());
        }
        machine.kill();
        machine.start();
        Watch.waitFor("a machine that is ready again", () -> rest.isFine("/actuator/health/readiness"));
    }

    private void check(Shop shop) {
        var last = shop.live(20);
        shop.pass(Duration.ofSeconds(10));
        try (var watch = new Watch(bootstrapServers())) {
            watch.await("changes after the last kill", () -> watch.orders().holds(last));
            var audit = new Audit(shop, watch.orders(), watch.facts());
            watch.settle(audit, plan);
            audit.eventsAreThoseOfAnUndisturbedRun();
            assertThat(audit.firstDifference(plan)).isEmpty();
            audit.noFactWasWrittenTwice(bootstrapServers());
        }
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }
}
