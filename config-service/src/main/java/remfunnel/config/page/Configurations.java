package remfunnel.config.page;

import java.util.Optional;
import remfunnel.FunnelConfig;

/** The configurations in force; empty where there is no such connector. */
public interface Configurations {
    Optional<FunnelConfig> of(String connector);
}
