package remfunnel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;
import remfunnel.FunnelConfig;
import remfunnel.schemas.RegistryProbe;
import remfunnel.schemas.SharedSettings;

/** What doctor asks of the service: what it can reach, and then each connector. */
@Component
class ServiceChecks {
    private static final int PATIENCE_MS = 5_000;

    private final SharedSettings settings;
    private final Connectors connectors;
    private final ConnectorChecks each;
    private final OpenTransactions transactions;

    ServiceChecks(
            SharedSettings settings,
            Connectors connectors,
            Views views,
            LiveTopics topics,
            OpenTransactions transactions) {
        this.settings = settings;
        this.connectors = connectors;
        this.transactions = transactions;
        this.each = new ConnectorChecks(connectors, views, topics);
    }

    List<Check> run() {
        List<Check> checks = new ArrayList<>(List.of(broker(), registry()));
        checks.addAll(new TopicChecks(settings, PATIENCE_MS).run());
        transactions.hanging().stream().map(ServiceChecks::check).forEach(checks::add);
        checks.add(
                settings.keyset().isPresent()
                        ? Check.ok("keyset", "API keys can be stored")
                        : Check.fail(
                                "keyset",
                                "no keyset file is set",
                                "Set REMFUNNEL_KEYSET_FILE to the file that ingest has."));
        for (String id : connectors.ids()) {
            FunnelConfig latest = connectors.latest(id).orElseThrow();
            checks.addAll(each.of(connectors.active(id).orElse(latest)));
        }
        return checks;
    }

    private static Check check(OpenTransactions.Hanging transaction) {
        String topic = transaction.partition().topic();
        int partition = transaction.partition().partition();
        return Check.fail(
                "transactions",
                topic + " partition " + partition + ": one that began at offset " + transaction.offset()
                        + " has been open for " + transaction.seen().toMinutes()
                        + " minutes; readers of committed records see nothing behind it",
                "If its writer is gone, end it: kafka-transactions.sh --bootstrap-server … abort --topic " + topic
                        + " --partition " + partition + " --start-offset " + transaction.offset() + ".");
    }

    private Check broker() {
        String where = settings.kafka().bootstrapServers();
        try (Admin admin = Admin.create(TopicChecks.impatient(settings, PATIENCE_MS))) {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .size();
            return Check.ok("broker", where + " answers, " + nodes + (nodes == 1 ? " node" : " nodes"));
        } catch (ExecutionException | TimeoutException e) {
            return noBroker(where);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return noBroker(where);
        }
    }

    private static Check noBroker(String where) {
        return Check.fail("broker", where + " does not answer", "Start it, or set REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS.");
    }

    private Check registry() {
        String url = settings.registry().url().toString();
        return new RegistryProbe(settings.registry())
                .trouble()
                .map(
                        why -> Check.fail(
                                "registry",
                                why,
                                "Start it, or set REMFUNNEL_REGISTRY_URL and, for TLS and a login, REMFUNNEL_REGISTRY_CLIENT_*."))
                .orElseGet(() -> Check.ok("registry", url + " answers"));
    }
}
