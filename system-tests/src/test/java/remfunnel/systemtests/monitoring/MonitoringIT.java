package remfunnel.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.FreePort;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running machine shows is what its documentation, its alerts and its dashboard name; and its log is JSON. */
class MonitoringIT {
    private static final int ORDERS = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LAGGING = Pattern.compile("(?m)^kafka_consumer_fetch_manager_records_lag\\{.*");

    private final int ingest = FreePort.any();
    private final int transform = FreePort.any();

    @TempDir
    private Path directory;

    @Test
    void whatIsShownIsWhatIsDocumentedAndAskedFor() throws IOException {
        var data = directory.resolve("data");
        try (var shop = new Shop(ORDERS, 5, Duration.ZERO);
                var machine = LocalMachine.thatIsWatched(data, "watched.log", ingest, transform)) {
            machine.startAndWait();
            var owner = Connected.shop(machine, shop);
            awaitFigures(owner);

            var shown = Exposition.labels(all(owner));

            assertThat(own(shown)).isEqualTo(Documents.metrics());
            assertThat(shown.keySet()).containsAll(Documents.asked());
            assertThat(LAGGING.matcher(all(owner)).results().map(found -> found.group()))
                    .noneMatch(line -> line.contains("topic=\"remonline_orders\""));
        }
        logsInJson(data.resolve("logs/remfunnel.log"));
    }

    /** Kafka's own metrics are looked for once a minute. */
    private void awaitFigures(Connected owner) {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(all(owner))
                        .contains("remfunnel_transform_events_total{outcome=\"news\"} " + ORDERS + ".0")
                        .contains("remfunnel_restatement_done")
                        .contains("remfunnel_connector_state{connector=\"shop\",state=\"CONNECTED\"} 1.0")
                        .containsPattern(LAGGING));
    }

    private String all(Connected owner) {
        return Exposition.of(owner.service(), owner.authorization())
                + Exposition.of(URI.create("http://127.0.0.1:" + ingest), "")
                + Exposition.of(URI.create("http://127.0.0.1:" + transform), "");
    }

    private static Map<String, Set<String>> own(Map<String, Set<String>> shown) {
        return shown.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("remfunnel_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static void logsInJson(Path log) throws IOException {
        var lines = Files.readAllLines(log).stream().map(JSON::readTree).toList();

        var orders = lines.stream()
                .filter(line -> line.path("message").asString().equals("Published an order"))
                .toList();
        assertThat(orders)
                .hasSize(ORDERS)
                .allMatch(line -> line.path("connector").asString().equals("shop"))
                .extracting(line -> line.path("order").asLong())
                .doesNotHaveDuplicates();
        assertThat(lines)
                .map(JsonNode::toString)
                .noneMatch(line -> line.contains("modified_at") || line.contains(Shop.KEY));
    }
}
