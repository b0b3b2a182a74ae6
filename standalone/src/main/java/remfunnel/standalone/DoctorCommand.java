package remfunnel.standalone;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import remfunnel.config.cli.ServiceUrlConverter;
import remfunnel.config.cli.TotalsDoctor;

/** Looks at everything that must be right, and says what to do about what is not. */
@Command(
        name = "doctor",
        description =
                "Checks JDK, data directory, ports, broker, registry, services, clock and connectors; says what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Option(
            names = "--totals",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ID",
            description = "instead, recounts funnel.totals from facts and transitions: of one connector, or of all")
    private Optional<String> totals = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = ServiceUrlConverter.class,
            description =
                    "with --totals: where config-service is (default: REMFUNNEL_URL, else this machine, at --port)")
    private Optional<URI> url =
            Optional.ofNullable(System.getenv("REMFUNNEL_URL")).map(new ServiceUrlConverter()::convert);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return totals.isPresent() ? recount(totals.filter(id -> !id.isEmpty())) : examine();
    }

    private int recount(Optional<String> connector) {
        URI service =
                url.orElse(URI.create("http://127.0.0.1:" + options.ports().rest()));
        return new TotalsDoctor(service, spec.commandLine().getOut()).run(connector);
    }

    private int examine() {
        List<Finding> findings = new Examination(options.data("data"), options.ports()).findings();
        findings.forEach(finding -> spec.commandLine().getOut().println(finding.line()));
        return findings.stream().anyMatch(Finding::needsHelp) ? 1 : 0;
    }
}
