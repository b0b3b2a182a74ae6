package remfunnel.config.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows how connectors fare. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show connectors, their state, progress, counts and how far they are complete.")
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "one connector; all of them without it")
    private Optional<String> id = Optional.empty();

    @Mixin
    private ServiceOption service = new ServiceOption();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        JsonNode body = service.client()
                .get("/api/status" + id.map(it -> "/" + ConfigClient.part(it)).orElse(""))
                .orFail();
        if (json) {
            terminal.out().println(body.toPrettyString());
            return 0;
        }
        List<JsonNode> all =
                body.isArray() ? StreamSupport.stream(body.spliterator(), false).toList() : List.of(body);
        if (all.isEmpty()) {
            terminal.out().println("No connector yet: ./remfunnel apply connector.yaml makes one.");
            return 0;
        }
        new StatusTable(all).lines().forEach(terminal.out()::println);
        return 0;
    }
}
