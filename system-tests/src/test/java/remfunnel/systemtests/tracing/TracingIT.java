package remfunnel.systemtests.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import remfunnel.standalone.replay.ReplayCommand;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.ServicesOfThisProcess;
import remfunnel.systemtests.kills.LocalMachine;
import remfunnel.systemtests.kills.Shop;

/** One trace from a page of the source to the fact that came of it, as a collector receives it over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
@ServicesOfThisProcess
class TracingIT {
    private static final int ORDERS = 30;
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-0[13]");
    private static final Set<String> TOLD = Set.of(
            "remfunnel.connector",
            "remfunnel.order",
            "remfunnel.orders",
            "remfunnel.rows",
            "remfunnel.outcome",
            "remfunnel.fact",
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "url.path");

    private Path directory;
    private Collector collector;
    private Shop shop;
    private LocalMachine machine;
    private Map<String, Kept> events;
    private Map<String, Kept> facts;

    @BeforeAll
    void poll(@TempDir Path fresh) throws Exception {
        directory = fresh;
        collector = new Collector();
        shop = new Shop(ORDERS, 7, Duration.ZERO);
        machine = LocalMachine.thatIsTraced(directory.resolve("data"), collector.endpoint());
        machine.startAndWait();
        machine.connect(shop);
        await().atMost(Patience.OF_A_TEST).until(() -> kept("funnel.facts").size() == ORDERS);
        await().atMost(Patience.OF_A_TEST).until(() -> judged().size() == ORDERS && isEachPublicationTold());
        events = kept("remonline.orders");
        facts = kept("funnel.facts");
    }

    @AfterAll
    void stop() {
        machine.close();
        shop.close();
        collector.close();
    }

    private Map<String, Kept> kept(String topic) {
        return Kept.of(machine.bootstrapServers(), topic);
    }

    private Map<String, Seen> judged() {
        return named("judge")
                .collect(Collectors.toMap(
                        span -> span.attributes().get("remfunnel.order"), span -> span, (one, other) -> other));
    }

    /** By another process, in batches of its own. */
    private boolean isEachPublicationTold() {
        var told = named("publish").map(Seen::id).collect(Collectors.toSet());
        return judged().values().stream().map(Seen::parent).allMatch(told::contains);
    }

    private Stream<Seen> named(String name) {
        return collector.spans().stream().filter(span -> span.name().equals(name));
    }

    @Test
    void oneTraceLeadsFromThePageToTheFact() {
        var publications = named("publish").collect(Collectors.toMap(Seen::id, span -> span));
        var judged = judged();

        assertThat(facts).hasSize(ORDERS).allSatisfy((key, fact) -> {
            var trace = TRACE.matcher(fact.header("traceparent"));
            assertThat(trace.matches()).isTrue();
            assertThat(fact.header("traceparent")).isEqualTo(events.get(key).header("traceparent"));
            var publication = publications.get(trace.group(2));
            var judgement = judged.get(key.substring(key.indexOf('/') + 1));
            assertThat(judgement.parent()).isEqualTo(publication.id());
            assertThat(judgement.attributes()).containsEntry("remfunnel.fact", "written");
            assertThat(List.of(publication.trace(), judgement.trace())).containsOnly(trace.group(1));
            assertThat(pages(publication)).isNotEmpty();
        });
    }

    /** The requests for orders that stand beside a publication, in the same reading. */
    private List<Seen> pages(Seen publication) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(publication.trace())
                        && span.parent().equals(publication.parent())
                        && span.attributes().getOrDefault("url.path", "").equals("/order/"))
                .filter(span -> Long.parseLong(span.attributes().get("remfunnel.rows")) > 0
                        && span.attributes().get("http.response.status_code").equals("200"))
                .toList();
    }

    @Test
    void eachServiceIsNamedAndRequestsAreShownByTheirRoute() {
        assertThat(collector.spans()).extracting(Seen::service).contains("remfunnel-ingest", "remfunnel-transform");
        await().atMost(Patience.OF_A_TEST)
                .untilAsserted(() -> assertThat(named("PUT /api/connectors/{id}"))
                        .anySatisfy(span -> assertThat(span.attributes())
                                .containsEntry("remfunnel.connector", "shop")
                                .containsEntry("http.response.status_code", "201")));
    }

    @Test
    void noSpanTellsWhatIsSecretOrOfAClient() {
        String everything = collector.everything();

        assertThat(collector.spans())
                .flatExtracting(span -> span.attributes().keySet())
                .isSubsetOf(TOLD);
        assertThat(everything)
                .contains("remfunnel.outcome")
                .doesNotContain(Shop.KEY)
                .doesNotContain("token=")
                .doesNotContain("?");
        assertThat(shop.truth().stream().flatMap(order -> Names.of(order.v1())))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(everything).doesNotContain(name));
    }

    @Test
    void aReplayWritesTheSameFactsWithTheSameTraces() {
        var written = new StringWriter();
        int code = new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(written))
                .execute(
                        "--beside",
                        "--bootstrap-servers",
                        machine.bootstrapServers(),
                        "--registry",
                        "http://127.0.0.1:" + machine.ports().get(1),
                        "--data",
                        directory.resolve("beside").toString());
        assertThat(code).as(written.toString()).isZero();

        var again = kept("beside.funnel.facts");

        assertThat(new TreeMap<>(again)).isEqualTo(new TreeMap<>(facts));
    }
}
