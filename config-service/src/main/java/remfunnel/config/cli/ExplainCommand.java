package remfunnel.config.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Says why the funnel says of an order what it says. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Show one order: its payload, each condition's verdict, the stage, each formula with its values, the fact.",
            "The payload is personal data: it is printed, and nowhere else shown."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Pause pause;

    @Parameters(index = "0", paramLabel = "ID", description = "the connector")
    private String connector;

    @Parameters(index = "1", paramLabel = "ORDER", description = "RemOnline's id of the order, a number")
    private String order;

    @Mixin
    private ServiceOption service = new ServiceOption();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(names = "--no-payload", description = "without what the source sent")
    private boolean noPayload;

    ExplainCommand(Terminal terminal, Pause pause) {
        this.terminal = terminal;
        this.pause = pause;
    }

    @Override
    public Integer call() {
        ConfigClient client = service.client();
        String path =
                "/api/connectors/" + ConfigClient.part(connector) + "/orders/" + ConfigClient.part(order) + "/explain";
        JsonNode said =
                new Insisting(terminal, pause).answer(() -> client.get(path)).orFail();
        if (noPayload && said.path("event") instanceof tools.jackson.databind.node.ObjectNode event) {
            event.remove("payload");
        }
        if (json) {
            terminal.out().println(said.toPrettyString());
        } else {
            new ExplainText(said).lines().forEach(terminal.out()::println);
        }
        return 0;
    }
}
