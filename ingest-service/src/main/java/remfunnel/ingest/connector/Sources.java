package remfunnel.ingest.connector;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import remfunnel.ApiVersion;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.ingest.polling.Connector;
import remfunnel.ingest.source.CallLimits;
import remfunnel.ingest.source.ClientSettings;
import remfunnel.ingest.source.CrmClient;
import remfunnel.ingest.source.CrmClients;
import remfunnel.ingest.source.CrmObserver;
import remfunnel.ingest.source.Secret;

/**
 * Where accounts are reached.
 *
 * @param address of every connector without one of its own; empty: the vendor's
 * @param needsItems whether a configuration needs the lines of v2 orders
 */
public record Sources(
        CrmClients clients, Optional<URI> address, CallLimits limits, Predicate<FunnelConfig> needsItems) {
    private static final URI V1 = URI.create("https://api.remonline.app");
    private static final URI V2 = URI.create("https://api.roapp.io");

    /** @throws IllegalArgumentException when the configuration's base URL is none */
    CrmClient open(SourceSettings source, Secret key, CrmObserver observer) {
        return clients.open(new ClientSettings(source.getApi(), address(source), key, limits), observer);
    }

    Connector connector(FunnelConfig config, long offset, long life) {
        var source = config.getSource();
        return new Connector(
                config.getConnectorId(),
                source.getApi(),
                source.getApi() + " " + Optional.ofNullable(source.getBaseUrl()).orElse(""),
                Optional.ofNullable(source.getHistoryFrom())
                        .map(Sources::wholeSecond)
                        .orElse(Connector.BEFORE_ANY_ORDER),
                source.getApi() == ApiVersion.V2 && needsItems.test(config),
                offset,
                life);
    }

    private URI address(SourceSettings source) {
        var own = Optional.ofNullable(source.getBaseUrl()).map(URI::create);
        return own.or(() -> address).orElse(source.getApi() == ApiVersion.V1 ? V1 : V2);
    }

    private static Instant wholeSecond(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }
}
