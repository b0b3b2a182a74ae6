package remfunnel.config.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates or changes a connector from its file. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Create or change a connector from a YAML file.",
            "Names become ids by the source's dictionaries; $${env:NAME} is filled in; the API key is sent once and stored encrypted."
        })
final class ApplyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Pause pause;
    private final Map<String, String> environment;

    @Parameters(paramLabel = "FILE", description = "the connector's file")
    private Path file;

    @Mixin
    private ServiceOption service = new ServiceOption();

    @Option(names = "--no-wait", description = "do not wait until the configuration is active and restated")
    private boolean noWait;

    @Option(
            names = "--timeout",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "how long to wait without progress, default 5m")
    private Duration timeout;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description =
                    "only what was planned: a file of plan --json, or the revision it names; refused when another is in force")
    private Optional<String> plan = Optional.empty();

    ApplyCommand(Terminal terminal, Pause pause, Map<String, String> environment) {
        this.terminal = terminal;
        this.pause = pause;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        ConfigClient client = service.client();
        Watch watch = new Watch(client, terminal, pause, timeout);
        Optional<PlanMade> planned = plan.map(PlanMade::of);
        Apply apply = new Apply(ConnectorFile.read(file, environment), client, watch, terminal);
        planned.ifPresentOrElse(made -> apply.runAsPlanned(made, !noWait), () -> apply.run(!noWait));
        return 0;
    }
}
