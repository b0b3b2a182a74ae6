package remfunnel.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan that was looked at before its draft is applied: what it compared, and with what.
 *
 * @param revision that was in force; empty where none was
 * @param digest of the draft; empty when only the revision is known
 */
record PlanMade(Optional<Long> revision, Optional<String> digest) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    /** A revision, or a file that {@code plan --json} wrote. */
    static PlanMade of(String text) {
        return REVISION.matcher(text).matches()
                ? new PlanMade(Optional.of(Long.valueOf(text)), Optional.empty())
                : read(Path.of(text));
    }

    private static PlanMade read(Path file) {
        try {
            JsonNode plan = JSON.readTree(Files.readString(file));
            if (plan.path("digest").isString()) {
                return new PlanMade(
                        plan.path("revision").asLongOpt().stream().boxed().findFirst(),
                        Optional.of(plan.path("digest").asString()));
            }
        } catch (IOException | JacksonException unreadable) {
            throw notAPlan(file);
        }
        throw notAPlan(file);
    }

    private static CommandFailure notAPlan(Path file) {
        return new CommandFailure(
                file + " is no plan: --plan takes a file that ./remfunnel plan FILE --json wrote, or a revision");
    }

    /** Refuses when what is in force, or the draft, is not what was planned. */
    void check(String id, JsonNode connector, FunnelConfig draft) {
        Optional<Long> active =
                connector.path("revision").asLongOpt().stream().boxed().findFirst();
        boolean waits = connector.has("pending") && !connector.path("pending").has("rejected");
        if (!active.equals(revision) || waits) {
            throw new CommandFailure(id + ": not applied. The plan compared with " + words(revision) + ", but now "
                    + (waits
                            ? "revision " + connector.path("latest-revision").asString() + " is on its way"
                            : words(active) + " is in force")
                    + ": plan again");
        }
        if (digest.isPresent() && !digest.get().equals(ConnectorWriter.digest(draft))) {
            throw new CommandFailure(
                    id + ": not applied. The file says something else than what was planned: plan again");
        }
    }

    private static String words(Optional<Long> revision) {
        return revision.map(each -> "revision " + each).orElse("no revision");
    }
}
