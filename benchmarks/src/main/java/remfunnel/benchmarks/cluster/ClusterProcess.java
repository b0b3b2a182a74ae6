package remfunnel.benchmarks.cluster;

import java.nio.file.Path;
import remfunnel.benchmarks.harness.ParentLine;
import remfunnel.standalone.LocalBroker;
import remfunnel.standalone.LocalRegistry;

/** Broker and registry, in a process of their own. */
final class ClusterProcess {
    private ClusterProcess() {}

    public static void main(String[] arguments) {
        var parent = ParentLine.open();
        var directory = Path.of(arguments[0]);
        try (var registry = LocalRegistry.startOnFreePort(directory.resolve("registry"));
                var broker = LocalBroker.startOnFreePort(directory.resolve("kafka"))) {
            parent.say(broker.bootstrapServers() + " " + registry.url());
            parent.untilTheEnd();
        }
        System.exit(0);
    }
}
