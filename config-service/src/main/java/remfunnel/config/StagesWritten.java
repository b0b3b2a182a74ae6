package remfunnel.config;

import java.util.Optional;
import remfunnel.FunnelConfig;

/** Is told of each configuration that was written here, and of the one before it. */
public interface StagesWritten {
    void written(Optional<FunnelConfig> former, FunnelConfig config, String by);
}
