package remfunnel.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything that must be right, and says what to do about what is not. */
@Command(
        name = "doctor",
        description =
                "Checks JDK, data directory, ports, broker, registry, services, clock and connectors; says what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options = new MachineOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(options.data("data"), options.ports()).findings();
        findings.forEach(finding -> spec.commandLine().getOut().println(finding.line()));
        return findings.stream().anyMatch(Finding::needsHelp) ? 1 : 0;
    }
}
