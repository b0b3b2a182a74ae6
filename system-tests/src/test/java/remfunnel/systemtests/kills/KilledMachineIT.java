package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole machine dies at once, three times, its registry left an orphan; the next start on the same directory goes on. */
class KilledMachineIT {
    private static final int ORDERS = 300;
    private static final int KILLS = 3;

    private final long seed = Long.getLong("kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Plan plan = Plan.ALL.getFirst();

    @Test
    void startedAgainOnItsDirectoryAKilledMachineGoesOn(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        System.out.println("killed machine: seed " + seed);
        try (var shop = new Shop(ORDERS, seed, Duration.ofMillis(60));
                var machine = new LocalMachine(directory.resolve("data"), "machine.log")) {
            machine.start();
            machine.connect(shop, plan);

            for (int kill = 0; kill < KILLS; kill++) {
                liveThrough(machine, shop, kill);
            }

            check(machine, shop);
        }
    }

    /** The first kill falls into reading history, the others into polling and restating. */
    private void liveThrough(LocalMachine machine, Shop shop, int kill) {
        try (var watch = new Watch(machine.bootstrapServers())) {
            if (kill == 0) {
                watch.await("the first orders", () -> watch.orders().held(shop.expected()) > 0);
                shop.receive(3);
            } else {
                watch.await("history", () -> watch.orders().holds(shop.expected()));
                shop.live(30);
                plan = Plan.ALL.get(kill);
                machine.configure(shop, plan);
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
        machine.startAndWait();
    }

    /** What the last kill interrupted is waited for before the shop goes on: a second change would hide the first from any poll. */
    private void check(LocalMachine machine, Shop shop) {
        try (var watch = new Watch(machine.bootstrapServers())) {
            watch.await("changes before the last kill", () -> watch.orders().holds(shop.expected()));
            var last = shop.live(20);
            shop.pass(Duration.ofSeconds(10));
            watch.await("changes after the last kill", () -> watch.orders().holds(last));
            var audit = new Audit(shop, watch.orders(), watch.facts());
            watch.settle(audit, plan);
            audit.eventsAreThoseOfAnUndisturbedRun();
            assertThat(audit.firstDifference(plan)).isEmpty();
            audit.noFactWasWrittenTwice(machine.bootstrapServers());
        }
    }
}
