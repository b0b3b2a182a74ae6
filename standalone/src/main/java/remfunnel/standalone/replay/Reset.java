package remfunnel.standalone.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.tools.StreamsResetter;
import remfunnel.schemas.Topic;
import remfunnel.transform.topology.FunnelTopology;

/** Has everything derived from nothing, by Kafka's own application reset. Of an application that is stopped. */
final class Reset {
    private final Application application;
    private final Map<String, Object> kafka;
    private final PrintWriter out;

    Reset(Application application, Map<String, Object> kafka, PrintWriter out) {
        this.application = application;
        this.kafka = kafka;
        this.out = out;
    }

    /** @param force although something is left that nothing will remove */
    void run(boolean execute, boolean force) {
        application.checkAlone();
        if (!force) {
            new Unfinished(application, kafka).what().ifPresent(left -> warn(left, execute));
        }
        int code = reset(execute);
        if (code != 0) {
            throw new CannotReplay("Kafka's application reset ended with code " + code + ": see what it said above.");
        }
        out.println(
                execute
                        ? "Done: the next start derives everything from the first event. Instances forget their old state by"
                                + " themselves."
                        : "Nothing was changed: with --execute it is done.");
        out.flush();
    }

    private void warn(String left, boolean execute) {
        var warning = "A reset now would leave records that no configuration leads to any more: " + left
                + ". Start the topology, wait until ./remfunnel status shows no restatement, stop it and reset then. With"
                + " --force it is reset all the same, as where this release cannot read the state.";
        if (execute) {
            throw new CannotReplay(warning);
        }
        out.println(warning);
    }

    /** The tool's own admin client takes its properties from a file alone: one that only we can read, for as long as it runs. */
    private int reset(boolean execute) {
        var properties = new Properties();
        properties.putAll(kafka);
        try {
            Path file = Files.createTempFile("remfunnel-reset", ".properties");
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, null);
                return new StreamsResetter().execute(arguments(file, execute).toArray(String[]::new), properties);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new CannotReplay("The properties of Kafka's clients cannot be handed to its application reset: "
                    + unwritable.getMessage());
        }
    }

    private List<String> arguments(Path properties, boolean execute) {
        var arguments = new ArrayList<>(List.of(
                "--command-config",
                properties.toString(),
                "--application-id",
                application.id(),
                "--bootstrap-server",
                kafka.get("bootstrap.servers").toString(),
                "--input-topics",
                FunnelTopology.inputs().stream().map(Topic::name).collect(Collectors.joining(",")),
                "--to-earliest"));
        if (!execute) {
            arguments.add("--dry-run");
        }
        return arguments;
    }
}
