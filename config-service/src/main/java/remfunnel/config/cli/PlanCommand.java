package remfunnel.config.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows what applying a file would change, and changes nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Show what apply would change: which orders enter, leave or move, and every figure before and after.",
            "Worked out from the orders that are known: neither the source nor a topic is touched.",
            "Keep it with --json > plan.json, then: ./remfunnel apply FILE --plan plan.json"
        })
final class PlanCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Pause pause;
    private final Map<String, String> environment;

    @Parameters(paramLabel = "FILE", description = "the connector's file; it needs no API key")
    private Path file;

    @Mixin
    private ServiceOption service = new ServiceOption();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    PlanCommand(Terminal terminal, Pause pause, Map<String, String> environment) {
        this.terminal = terminal;
        this.pause = pause;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        ConfigClient client = service.client();
        Draft draft = new Draft(ConnectorFile.withoutKey(file, environment), client);
        JsonNode plan = new StillWaiting(terminal)
                .during("judges every order anew", () -> new Insisting(terminal, pause).answer(draft::plan))
                .orFail();
        if (json) {
            terminal.out().println(plan.toPrettyString());
        } else {
            new PlanText(plan).lines().forEach(terminal.out()::println);
        }
        return 0;
    }
}
