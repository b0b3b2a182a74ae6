package remfunnel.systemtests.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.simulator.OrderEdit;
import remfunnel.systemtests.Needed;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.kills.FreePort;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running machine shows is what its documentation, its alerts and its dashboard name; Prometheus, which watches it by our own
 * configuration, has data for every panel; and its log is JSON.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MonitoringIT {
    private static final int ORDERS = 40;
    private static final int NEW = 900101;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LAGGING = Pattern.compile("(?m)^kafka_consumer_fetch_manager_records_lag\\{.*");

    /** What orders that come make more of. */
    private static final List<String> MOVED = List.of(
            "API requests by outcome A",
            "Events published by ingest A",
            "Events taken by transform A",
            "Facts, transitions and totals written A");

    private final int ingest = FreePort.any();
    private final int transform = FreePort.any();

    private Shop shop;
    private LocalMachine machine;
    private Path log;
    private Connected owner;

    @BeforeAll
    void watch(@TempDir Path directory) {
        var data = directory.resolve("data");
        log = data.resolve("logs/remfunnel.log");
        shop = new Shop(ORDERS, 5, Duration.ZERO);
        machine = LocalMachine.thatIsWatched(data, "watched.log", ingest, transform);
        machine.startAndWait();
        owner = Connected.shop(machine, shop);
        awaitFigures();
    }

    @AfterAll
    void stop() {
        machine.close();
        shop.close();
    }

    @Test
    void whatIsShownIsWhatIsDocumentedAndAskedFor() throws IOException {
        var shown = Exposition.labels(all());

        assertThat(own(shown)).isEqualTo(Documents.metrics());
        assertThat(shown.keySet()).containsAll(Documents.asked());
        assertThat(LAGGING.matcher(all()).results().map(found -> found.group()))
                .noneMatch(line -> line.contains("topic=\"remonline_orders\""));
    }

    @Test
    void everyPanelOfTheDashboardHasData(@TempDir Path directory) throws IOException {
        var panels = Panel.all().toList();
        try (var prometheus = watchingTwice(directory)) {
            await().atMost(Patience.OF_A_TEST)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        receiveOrder();
                        assertThat(panels)
                                .allSatisfy(panel -> hasData(panel, prometheus.query(panel.expression())))
                                .map(Panel::title)
                                .containsAll(MOVED);
                    });
        }
    }

    @Test
    void everyRuleIsEvaluatedAndNoAlertFiresOrIsAboutTo(@TempDir Path directory) throws IOException {
        try (var prometheus = watchingTwice(directory)) {
            var alerts = Documents.alerts()
                    .map(alert -> alert.path("alert").asString())
                    .toList();

            await().atMost(Patience.OF_A_TEST)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(prometheus.rules())
                            .allSatisfy(rule -> {
                                assertThat(rule.path("health").asString()).isEqualTo("ok");
                                assertThat(rule.path("state").asString()).isEqualTo("inactive");
                            })
                            .map(rule -> rule.path("name").asString())
                            .containsExactlyElementsOf(alerts));
        }
    }

    @Test
    void logsInJson() throws IOException {
        var text = Files.readString(log);
        var lines = text.substring(0, text.lastIndexOf('\n'))
                .lines()
                .map(JSON::readTree)
                .toList();

        var orders = lines.stream()
                .filter(line -> line.path("message").asString().equals("Published an order"))
                .toList();
        assertThat(orders)
                .hasSizeGreaterThanOrEqualTo(ORDERS)
                .allMatch(line -> line.path("connector").asString().equals("shop"))
                .extracting(line -> line.path("order").asLong())
                .doesNotHaveDuplicates();
        assertThat(lines)
                .map(JsonNode::toString)
                .noneMatch(line -> line.contains("modified_at") || line.contains(Shop.KEY));
    }

    private void receiveOrder() {
        shop.pass(Duration.ofSeconds(1));
        shop.control().create(NEW, OrderEdit.NOTHING);
    }

    /** Kafka's own metrics are looked for once a minute. */
    private void awaitFigures() {
        await().atMost(Patience.OF_A_TEST)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(all())
                        .contains("remfunnel_transform_events_total{outcome=\"news\"} " + ORDERS + ".0")
                        .contains("remfunnel_restatement_done")
                        .contains("remfunnel_connector_state{connector=\"shop\",state=\"CONNECTED\"} 1.0")
                        .containsPattern(LAGGING));
    }

    private String all() {
        return Exposition.of(owner.service(), owner.authorization())
                + Exposition.of(URI.create("http://127.0.0.1:" + ingest), "")
                + Exposition.of(URI.create("http://127.0.0.1:" + transform), "");
    }

    /** A Prometheus that has seen each of the three services twice, by which it can tell how fast anything grows. */
    private PrometheusServer watchingTwice(Path directory) throws IOException {
        Needed.here(PrometheusServer.isInstalled(), "prometheus, of Debian's package of that name, is installed");
        var addresses = Map.of(
                "ingest-service:8082",
                "127.0.0.1:" + ingest,
                "transform-streams:8083",
                "127.0.0.1:" + transform,
                "config-service:8080",
                owner.service().getAuthority(),
                "_interval: 15s",
                "_interval: 2s");
        var prometheus = PrometheusServer.start(Watching.configuration(directory, addresses, owner.readersToken()));
        await("two looks at each service")
                .atMost(Patience.OF_A_TEST)
                .until(() -> prometheus.query("sum_over_time(up[1m]) >= 2").size() == 3);
        return prometheus;
    }

    /** Lines that have a number and the names that the panel shows; of what orders move, some that is more than none. */
    private static void hasData(Panel panel, List<JsonNode> series) {
        assertThat(panel.expression()).doesNotContain("$");
        assertThat(series)
                .allSatisfy(
                        each -> assertThat(each.path("metric").propertyNames()).containsAll(panel.labels()))
                .map(each -> each.at("/value/1").asString())
                .map(value -> Double.parseDouble(value.replace("Inf", "Infinity")))
                .anyMatch(value -> Double.isFinite(value) && (value > 0 || !MOVED.contains(panel.title())));
    }

    private static Map<String, Set<String>> own(Map<String, Set<String>> shown) {
        return shown.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("remfunnel_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
