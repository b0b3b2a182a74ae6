package remfunnel.standalone.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.tools.StreamsResetter;
import remfunnel.schemas.Topic;
import remfunnel.transform.topology.FunnelTopology;

/** Has everything derived from nothing, by Kafka's own application reset. */
final class Reset {
    private final Application application;
    private final Map<String, Object> kafka;
    private final PrintWriter out;

    Reset(Application application, Map<String, Object> kafka, PrintWriter out) {
        this.application = application;
        this.kafka = kafka;
        this.out = out;
    }

    void run(boolean execute) {
        application.checkStopped();
        var properties = new Properties();
        properties.putAll(kafka);
        int code = new StreamsResetter().execute(arguments(execute).toArray(String[]::new), properties);
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

    private List<String> arguments(boolean execute) {
        var arguments = new ArrayList<>(List.of(
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
