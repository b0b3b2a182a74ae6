package remfunnel.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import remfunnel.ApiVersion;
import remfunnel.ingest.source.CallLimits;
import remfunnel.ingest.source.ClientSettings;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.CrmObserver;
import remfunnel.ingest.source.OrderWindow;
import remfunnel.ingest.source.Priority;
import remfunnel.ingest.source.Secret;
import remfunnel.ingest.source.WindowField;
import remfunnel.simulator.Fault;
import remfunnel.simulator.OrderEdit;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;

/** Of a simulated account whose lines are asked for order by order. */
class LinesTest {
    private static final int ORDERS = 5;
    private static final Connector CONNECTOR =
            new Connector("test", ApiVersion.V2, "V2 +items ", Connector.BEFORE_ANY_ORDER, true, 0, 0);

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().orders(ORDERS).requestsPerSecond(0));
    private final CrmClients clients = new CrmClients(InstantSource.system());
    private final List<String> asked = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Source source = new Source(
            clients.open(
                    new ClientSettings(
                            ApiVersion.V2,
                            simulator.baseUrl(),
                            new Secret(SimulatorOptions.DEFAULT_KEY),
                            CallLimits.defaults().withRate(0, 1)),
                    new CrmObserver() {
                        @Override
                        public void answered(String call, String outcome, Duration took) {
                            asked.add(call);
                        }
                    }),
            System::nanoTime,
            tally);
    private final Lines lines = new Lines(new Account(CONNECTOR, source, null, null, tally), Priority.LIVE);

    @AfterEach
    void close() {
        clients.close();
        simulator.close();
    }

    @Test
    void areAskedForOnceHoweverOftenATurnFails() {
        var orders = listed();
        refuseTheLinesOf(orders.fresh().get(3).order().id());

        var missed = lines.complete(orders);
        var got = lines.complete(listed());

        assertThat(missed).isInstanceOf(Attempt.Missed.class);
        assertThat(completed(got)).hasSize(ORDERS).noneMatch(payload -> payload.contains("\"items\":null"));
        assertThat(asked).filteredOn("items"::equals).hasSize(ORDERS + 1);
    }

    @Test
    void areAskedForAgainWhereTheOrderChanged() {
        var orders = listed();
        var first = orders.fresh().getFirst().order().id();
        refuseTheLinesOf(orders.fresh().get(1).order().id());
        lines.complete(orders);
        simulator.control().edit(first, OrderEdit.malfunction("changed"));

        lines.complete(listed());

        assertThat(asked).filteredOn("items"::equals).hasSize(ORDERS + 2);
    }

    /** What a line costs may have changed without a trace in how the order is listed. */
    @Test
    void areAskedForAgainWhenTheyAreOld() {
        var orders = listed();
        refuseTheLinesOf(orders.fresh().get(3).order().id());
        lines.complete(orders);

        lines.complete(later(listed(), Duration.ofMinutes(11)));

        assertThat(asked).filteredOn("items"::equals).hasSize(4 + ORDERS);
    }

    private static Changes later(Changes changes, Duration by) {
        return changes.with(changes.fresh().stream()
                .map(each -> new Sighting(each.order(), each.seenAt().plus(by)))
                .toList());
    }

    @Test
    void namesTheOrderWhoseLinesAreRefused() {
        var orders = listed();
        long refused = orders.fresh().getFirst().order().id();
        refuseTheLinesOf(refused);

        var missed = (Attempt.Missed<Changes>) lines.complete(orders);

        assertThat(missed.setback().message()).startsWith("the lines of order " + refused + ": HTTP 200");
    }

    private void refuseTheLinesOf(long order) {
        simulator.control().inject(Fault.next(1, Fault.Kind.SUCCESS_FALSE, "/v2/orders/" + order + "/items"));
    }

    private Changes listed() {
        var window = OrderWindow.since(WindowField.MODIFIED, Instant.EPOCH);
        var page = ((Attempt.Got<Page>) source.page(window, 1, Priority.LIVE)).value();
        return Changes.of(new WholeWindow(window, page.askedAt(), Page.sightings(List.of(page))), any -> true);
    }

    private static List<String> completed(Attempt<Changes> attempt) {
        return ((Attempt.Got<Changes>) attempt)
                .value().fresh().stream()
                        .map(sighting -> sighting.order().payload().text())
                        .toList();
    }
}
