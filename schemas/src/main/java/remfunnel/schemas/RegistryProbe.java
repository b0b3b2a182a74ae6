package remfunnel.schemas;

import java.util.Optional;
import remfunnel.schemas.SharedSettings.RegistrySettings;

/** Whether the registry answers us, with our login, over the connection that the services use. */
public final class RegistryProbe {

    private static final int OK = 200;

    private final RegistrySettings registry;

    public RegistryProbe(RegistrySettings registry) {
        this.registry = registry;
    }

    /** What is wrong, or nothing. */
    public Optional<String> trouble() {
        try {
            var http = new RegistryHttp(registry);
            int status = http.send(http.request("/subjects").build()).statusCode();
            return status == OK
                    ? Optional.empty()
                    : Optional.of(SchemaCheck.refusal(http.api(), status, registry.serde()));
        } catch (RegistryUnavailableException away) {
            return Optional.of(away.getMessage());
        }
    }
}
