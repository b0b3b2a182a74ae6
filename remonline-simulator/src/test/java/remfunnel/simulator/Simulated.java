package remfunnel.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** Accounts and samples for tests. */
final class Simulated {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private Simulated() {}

    static SimulatorOptions options() {
        return SimulatorOptions.defaults().orders(120).requestsPerSecond(0).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static JsonNode sample(String name) {
        try (var stream = Simulated.class.getResourceAsStream("/samples/" + name)) {
            return Browser.MAPPER.readTree(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
