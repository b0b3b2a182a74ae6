package remfunnel.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import remfunnel.simulator.SimulatedShop;
import remfunnel.simulator.SimulatorOptions;

/** A simulated shop, connected the way everybody connects one: with its file and {@code apply}. */
final class DemoScene implements Scene {
    private static final String FILE = "demo-connector.yaml";
    private static final int ORDERS = 20_000;
    private static final int REQUESTS_PER_SECOND = 30;
    private static final Duration PAUSE = Duration.ofMillis(700);

    @Override
    public Map<String, String> prepare(DataDirectory data, OpenParts parts) {
        var shop = parts.add(open(data.simulatedShop()));
        shop.beginMoving(PAUSE);
        return Map.of(
                "remfunnel.remonline.url", shop.baseUrl().toString(),
                "remfunnel.remonline.requests-per-second", Integer.toString(REQUESTS_PER_SECOND),
                "remfunnel.remonline.burst", "10");
    }

    private static SimulatedShop open(Path journal) {
        try {
            return SimulatedShop.open(
                    SimulatorOptions.defaults().orders(ORDERS).requestsPerSecond(REQUESTS_PER_SECOND), journal);
        } catch (IllegalStateException clear) {
            throw new CannotStart(clear.getMessage(), clear);
        }
    }

    @Override
    public void opened(Machine machine) {
        var status = new DemoStatus(machine.ports().rest());
        if (status.isMissing()) {
            apply(machine);
        }
        machine.parts().add(new DemoProgress(status, machine.screen())).begin();
    }

    private static void apply(Machine machine) {
        Path file = machine.data().root().resolve(FILE);
        write(file);
        String url = "http://127.0.0.1:" + machine.ports().rest();
        if (Main.commandLine().execute("apply", file.toString(), "--no-wait", "--url", url) != 0) {
            throw new CannotStart("The demo's connector " + file + " was not accepted (see above).");
        }
    }

    private static void write(Path file) {
        try (InputStream resource = DemoScene.class.getResourceAsStream("/" + FILE)) {
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
