package remfunnel.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static remfunnel.ingest.source.OrderReadingTest.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import remfunnel.ApiVersion;
import remfunnel.DictionaryKind;
import remfunnel.simulator.Fault;
import remfunnel.simulator.OrderTruth;
import remfunnel.simulator.Simulator;
import remfunnel.simulator.SimulatorOptions;

class SimulatedSourceTest {
    private static final int ORDERS = 170;

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().orders(ORDERS).requestsPerSecond(0));
    private final CrmClients clients = new CrmClients(InstantSource.system(), pause -> {});
    private final OrderWindow everything =
            OrderWindow.closed(WindowField.CREATED, Instant.EPOCH, Instant.now().truncatedTo(ChronoUnit.SECONDS));

    @AfterEach
    void close() {
        clients.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void readsEveryOrderThatThereIs(ApiVersion api) {
        var read = readAll(client(api));

        assertThat(read.keySet())
                .containsExactlyInAnyOrderElementsOf(simulator.control().orderIds());
    }

    @Test
    void readsWhatTheSourceHoldsToTheByte() {
        var read = readAll(client(ApiVersion.V1));

        for (OrderTruth truth : simulator.control().truth()) {
            assertThat(read.get(truth.id()).payload().text()).isEqualTo(truth.v1());
        }
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void readsEveryDictionary(ApiVersion api) {
        var client = client(api);

        for (var kind : DictionaryKind.values()) {
            assertThat(value(client.dictionary(kind, Priority.LIVE)))
                    .as(kind.name())
                    .isNotEmpty();
        }
    }

    static List<Fault.Kind> passing() {
        return Fault.Kind.passing();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void comesThroughEveryFaultThatPasses(Fault.Kind fault) {
        var client = client(ApiVersion.V1);
        var undisturbed = value(client.orders(everything, 2, Priority.LIVE)).orders();
        simulator.control().inject(Fault.next(2, fault, "/order").lasting(Duration.ofSeconds(1)));

        var reply = client.orders(everything, 2, Priority.LIVE);

        if (fault == Fault.Kind.SUCCESS_FALSE) {
            assertThat(reply).isInstanceOf(Reply.Unreachable.class);
        } else {
            assertThat(value(reply).orders()).isEqualTo(undisturbed);
        }
    }

    @Test
    void goesOnAfterTokensExpireBetweenPages() {
        var client = client(ApiVersion.V1);
        var before = value(client.orders(everything, 3, Priority.LIVE));
        simulator.control().expireTokens();

        assertThat(value(client.orders(everything, 3, Priority.LIVE))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void saysThatADeletedOrderIsGoneAndARevokedKeyRefused(ApiVersion api) {
        var client = client(api);
        var id = simulator.control().orderIds().getFirst();
        assertThat(value(client.order(id, Priority.LIVE))).isPresent();
        simulator.control().delete(id);

        assertThat(value(client.order(id, Priority.LIVE))).isEmpty();
        simulator.control().revokeKey();
        simulator.control().expireTokens();
        assertThat(client.order(id, Priority.LIVE)).isInstanceOf(Reply.KeyRefused.class);
    }

    @Test
    void saysWhatTheTariffDoesNotAllow() {
        simulator.control().refuseTariff(true);

        assertThat(client(ApiVersion.V1).orders(everything, 1, Priority.LIVE)).isInstanceOf(Reply.NotAllowed.class);
    }

    @Test
    void usesTheWholeRateOfTheSourceAndNoMore() {
        var requests = new ConcurrentLinkedQueue<String>();
        var observer = new CrmObserver() {
            @Override
            public void answered(String call, String outcome, Duration took) {
                requests.add(outcome);
            }
        };
        try (var limited = Simulator.start(SimulatorOptions.defaults().orders(ORDERS));
                var unhurried = new CrmClients(InstantSource.system())) {
            var client = unhurried.open(
                    new ClientSettings(ApiVersion.V2, limited.baseUrl(), new Secret(SimulatorOptions.DEFAULT_KEY)),
                    observer);
            var began = System.nanoTime();

            readAll(client);
            readAll(client);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(2), Duration.ofMinutes(1));
        }
        assertThat(requests).hasSize(10).containsOnly("200");
    }

    private CrmClient client(ApiVersion api) {
        var limits = CallLimits.defaults()
                .withRate(0, 1)
                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return clients.open(
                new ClientSettings(api, simulator.baseUrl(), new Secret(SimulatorOptions.DEFAULT_KEY), limits),
                CrmObserver.NONE);
    }

    private Map<Long, RawOrder> readAll(CrmClient client) {
        var orders = new HashMap<Long, RawOrder>();
        var last = value(client.orders(everything, 1, Priority.HISTORY)).pages();
        for (var page = last; page >= 1; page--) {
            value(client.orders(everything, page, Priority.HISTORY))
                    .orders()
                    .forEach(order -> orders.put(order.id(), order));
        }
        return orders;
    }
}
