package remfunnel.config.document;

import java.util.List;
import java.util.Optional;
import remfunnel.FunnelConfig;

/** What a document turned out to be: a connector, or everything that is wrong with it. */
public sealed interface ConnectorReading {
    /** Well formed; whether it makes a funnel is for the funnel's compiler to say. */
    record Read(FunnelConfig config, Optional<ApiKey> apiKey) implements ConnectorReading {}

    record Misread(List<Fault> faults) implements ConnectorReading {
        public Misread {
            faults = List.copyOf(faults);
        }
    }
}
