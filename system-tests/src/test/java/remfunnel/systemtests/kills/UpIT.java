package remfunnel.systemtests.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.Patience;
import tools.jackson.databind.json.JsonMapper;

/** {@code up} as its user has it: stopped, started again, and in its own way. */
class UpIT {
    private static final int ORDERS = 300;
    private static final int SIGTERM_EXIT = 143;

    private final Plan plan = Plan.ALL.getFirst();

    @TempDir
    private Path directory;

    @Test
    void stoppedAndStartedAgainItGoesOn() throws IOException {
        try (var shop = new Shop(ORDERS, 5, Duration.ZERO);
                var machine = new LocalMachine(directory.resolve("data"), "up.log")) {
            machine.startAndWait();
            var admin = FirstLogin.at(machine);
            admin.changesThePassword();
            assertThat(machine.apply(file(shop), Shop.KEY)).isZero();
            long before = awaitFacts(shop, machine);

            stop(machine);
            assertThat(admin.filesThatHoldAPassword(directory.resolve("data"))).isEmpty();
            var changed = shop.live(30);
            shop.pass(Duration.ofSeconds(10));
            machine.startAndWait();

            admin.comesBack();
            goesOn(shop, machine, before, changed);
            stop(machine);
            assertThat(FirstLogin.said(machine)).hasSize(1);
        }
    }

    private void goesOn(Shop shop, LocalMachine machine, long before, Set<Version> changed) {
        try (var watch = new Watch(machine.bootstrapServers())) {
            watch.await("what changed meanwhile", () -> watch.orders().holds(changed));
            var audit = new Audit(shop, watch.orders(), watch.facts());
            watch.settle(audit, plan);
            audit.eventsAreThoseOfAnUndisturbedRun();
            assertThat(audit.firstDifference(plan)).isEmpty();
            assertThat(watch.facts().repeats()).isEmpty();
            assertThat(watch.facts().records()).isGreaterThan(before).isLessThan(before + 2L * changed.size());
        }
    }

    @Test
    void aTakenPortIsOneLineAndAnExitCode() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var machine = new LocalMachine(directory.resolve("data"), "taken.log", other.getLocalPort())) {
            machine.start();

            assertThat(machine.exitCode(Patience.OF_A_TEST)).isOne();
            assertThat(machine.said())
                    .filteredOn(line -> line.startsWith("remfunnel:"))
                    .singleElement()
                    .asString()
                    .startsWith("remfunnel: Port " + other.getLocalPort() + " is taken by another program.")
                    .contains("--port ");
            assertThat(machine.said()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    void aBrokenDirectoryIsOneLineAndAnExitCode() throws IOException {
        var data = Files.createDirectories(directory.resolve("data/kafka")).getParent();
        Files.writeString(data.resolve("kafka/meta.properties"), "version=1\ncluster.id=\\uZZZZ\n");
        try (var machine = new LocalMachine(data, "broken.log")) {
            machine.start();

            assertThat(machine.exitCode(Patience.OF_A_TEST)).isOne();
            assertThat(machine.said())
                    .filteredOn(line -> line.startsWith("remfunnel:"))
                    .singleElement()
                    .asString()
                    .startsWith("remfunnel: The broker's directory " + data.resolve("kafka") + " is broken");
            assertThat(machine.ports()).allMatch(FreePort::isFree);
        }
    }

    /** JSON is YAML too. */
    private Path file(Shop shop) throws IOException {
        var url = shop.url().toString();
        var document = new HashMap<>(plan.document(LocalMachine.CONNECTOR, url));
        document.put(
                "source",
                Map.of("api", "v1", "base-url", url, "poll-every", "1s", "api-key", "${env:REMONLINE_API_KEY}"));
        return Files.write(
                directory.resolve("connector.yaml"),
                JsonMapper.builder().build().writeValueAsBytes(document));
    }

    private static long awaitFacts(Shop shop, LocalMachine machine) {
        shop.pass(Duration.ofSeconds(10));
        try (var watch = new Watch(machine.bootstrapServers())) {
            watch.await("history", () -> watch.orders().holds(shop.expected()));
            watch.await("facts", () -> watch.facts().facts().size() == ORDERS);
            return watch.facts().records();
        }
    }

    /** The registry's process goes too, and nothing listens any more. */
    private static void stop(LocalMachine machine) {
        var processes = machine.processes();
        assertThat(processes).hasSizeGreaterThan(1);

        machine.terminate();

        assertThat(machine.exitCode(Patience.OF_A_TEST)).isEqualTo(SIGTERM_EXIT);
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(machine.ports()).allMatch(FreePort::isFree);
        assertThat(machine.said()).contains("Stopping …", "Stopped.");
    }
}
