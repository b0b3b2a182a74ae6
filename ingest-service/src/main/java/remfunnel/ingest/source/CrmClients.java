package remfunnel.ingest.source;

import java.time.InstantSource;

/** Opens clients that share connections and, for each key, one budget of requests. */
public final class CrmClients {
    public CrmClients(InstantSource clock, CrmObserver observer) {}

    @SuppressWarnings("DoNotCallSuggester")
    public CrmClient open(ClientSettings settings) {
        throw new UnsupportedOperationException("being built");
    }
}
