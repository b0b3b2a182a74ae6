package remfunnel.config.cli;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which service a command speaks to. */
final class ServiceOption {
    @Option(
            names = "--url",
            defaultValue = "${env:REMFUNNEL_URL:-http://localhost:8080}",
            converter = ServiceUrlConverter.class,
            paramLabel = "URL",
            description = "config-service, default http://localhost:8080 (or REMFUNNEL_URL)")
    private URI url;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    ConfigClient client() {
        return new ConfigClient(url, command.qualifiedName(" "));
    }
}
