package remfunnel.standalone.acls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import remfunnel.schemas.Party;
import remfunnel.standalone.replay.ReplayCommand;

/** Who the services are to the cluster, and what they are called there. */
final class Principals {
    private static final String EXAMPLE = "User:bi";

    @Option(names = "--ingest", defaultValue = "User:ingest", paramLabel = "PRINCIPAL", description = DEFAULT)
    private String ingest;

    @Option(names = "--transform", defaultValue = "User:transform", paramLabel = "PRINCIPAL", description = DEFAULT)
    private String transform;

    @Option(names = "--config", defaultValue = "User:config", paramLabel = "PRINCIPAL", description = DEFAULT)
    private String config;

    @Option(names = "--consumer", paramLabel = "PRINCIPAL", description = "of who reads facts, transitions and totals")
    private List<String> consumers = new ArrayList<>();

    @Option(
            names = "--consumer-groups",
            defaultValue = "bi-",
            paramLabel = "PREFIX",
            description = "what the names of consumers' groups begin with (default: ${DEFAULT-VALUE})")
    private String groups;

    @Option(names = "--replay", paramLabel = "PRINCIPAL", description = "of who runs ./remfunnel replay")
    private Optional<String> replay = Optional.empty();

    @Option(
            names = "--application-id",
            defaultValue = Party.TRANSFORM_APPLICATION,
            paramLabel = "ID",
            description = "of transform, as REMFUNNEL_TRANSFORM_APPLICATION_ID (default: ${DEFAULT-VALUE})")
    private String application;

    @Option(
            names = "--output-prefix",
            defaultValue = "",
            paramLabel = "PREFIX",
            description = "of transform, as REMFUNNEL_TRANSFORM_OUTPUT_PREFIX (default: none)")
    private String outputPrefix;

    private static final String DEFAULT = "of that service (default: ${DEFAULT-VALUE})";

    List<Grant> grants() {
        List<Grant> all = new ArrayList<>();
        all.addAll(Grants.ingest(ingest));
        all.addAll(Grants.transform(transform, application, outputPrefix));
        all.addAll(Grants.config(config, application));
        consumers.forEach(each -> all.addAll(Grants.consumer(each, groups)));
        replay.ifPresent(each -> all.addAll(Grants.replay(each, application, ReplayCommand.BESIDE)));
        return all;
    }

    boolean hasNoConsumer() {
        return consumers.isEmpty();
    }

    List<Grant> exampleConsumer() {
        return Grants.consumer(EXAMPLE, groups);
    }
}
