package remfunnel.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;
import remfunnel.FunnelConfig;
import remfunnel.schemas.SharedSettings;

/** What doctor asks of the service: what it can reach, and then each connector. */
@Component
class ServiceChecks {
    private static final int PATIENCE_MS = 5_000;

    private final SharedSettings settings;
    private final Connectors connectors;
    private final ConnectorChecks each;

    ServiceChecks(SharedSettings settings, Connectors connectors, Views views, LiveTopics topics) {
        this.settings = settings;
        this.connectors = connectors;
        this.each = new ConnectorChecks(connectors, views, topics);
    }

    List<Check> run() {
        List<Check> checks = new ArrayList<>(List.of(broker(), registry()));
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

    private Check broker() {
        String where = settings.kafka().bootstrapServers();
        Map<String, Object> properties = settings.kafka().clientProperties();
        properties.put("request.timeout.ms", PATIENCE_MS);
        properties.put("default.api.timeout.ms", PATIENCE_MS);
        try (Admin admin = Admin.create(properties)) {
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
        URI url = settings.registry().url();
        int usual = url.getScheme().equals("https") ? 443 : 80;
        int port = url.getPort() > 0 ? url.getPort() : usual;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MS);
            return Check.ok("registry", url + " accepts connections");
        } catch (IOException e) {
            return Check.fail("registry", url + " does not answer", "Start it, or set REMFUNNEL_REGISTRY_URL.");
        }
    }
}
