package remfunnel.config.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which service a command speaks to. */
final class ServiceOption {
    @Option(
            names = "--url",
            defaultValue = "${env:REMFUNNEL_URL:-http://localhost:8080}",
            converter = ServiceUrlConverter.class,
            paramLabel = "URL",
            description = "config-service, default http://localhost:8080 (or REMFUNNEL_URL)")
    private URI url;

    ConfigClient client() {
        return new ConfigClient(url);
    }
}
