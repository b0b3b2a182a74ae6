package remfunnel.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The tokens that let programs in. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)",
        description = "Make, list and revoke the tokens of programs (REMFUNNEL_TOKEN).")
final class TokenCommand {
    private static final String TOKENS = "/api/tokens";

    private final Terminal terminal;

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(mixinStandardHelpOptions = true, description = "Make a token; it is shown this once.")
    int create(
            @Parameters(paramLabel = "TITLE", description = "what it is for") String title,
            @Option(
                            names = "--role",
                            defaultValue = "VIEWER",
                            description = "VIEWER, OPERATOR or ADMIN (default: ${DEFAULT-VALUE})")
                    String role,
            @Mixin ServiceOption service) {
        JsonNode made = service.client()
                .post(TOKENS, Map.of("title", title, "role", role))
                .orFail();
        terminal.err()
                .println("Token " + made.path("id").asString() + " ("
                        + made.path("role").asString() + "), not shown again:");
        terminal.out().println(made.path("token").asString());
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "All tokens, without themselves.")
    int list(@Mixin ServiceOption service) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("ID", "ROLE", "TITLE", "MADE", "BY")));
        for (JsonNode token : service.client().get(TOKENS).orFail()) {
            rows.add(List.of(
                    token.path("id").asString(),
                    token.path("role").asString(),
                    token.path("title").asString(),
                    token.path("created-at").asString(),
                    token.path("created-by").asString()));
        }
        new Columns(rows, Integer.MAX_VALUE).lines().forEach(terminal.out()::println);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Whoever has it is let in no more.")
    int revoke(@Parameters(paramLabel = "ID") String id, @Mixin ServiceOption service) {
        service.client().delete(TOKENS + "/" + ConfigClient.part(id)).orFail();
        terminal.out().println(id + ": revoked");
        return 0;
    }
}
