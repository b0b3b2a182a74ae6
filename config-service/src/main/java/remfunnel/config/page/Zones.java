package remfunnel.config.page;

import java.time.ZoneId;
import java.util.Optional;

/** The time zones of connectors; empty where there is no such connector. */
public interface Zones {
    Optional<ZoneId> of(String connector);
}
