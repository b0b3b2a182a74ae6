package remfunnel.standalone;

import java.util.ArrayList;
import java.util.List;
import remfunnel.config.TopicChecks;
import remfunnel.schemas.RegistryProbe;
import remfunnel.schemas.SharedSettings;
import remfunnel.standalone.Finding.Fine;
import remfunnel.standalone.Finding.Ill;

/** Looks, by the settings of the environment, at a cluster and a registry that are not this machine's own, where it names them. */
final class ClusterExamination {
    private static final int PATIENCE_MS = 5_000;

    private ClusterExamination() {}

    static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        SharedSettings settings = ClusterSettings.ofEnvironment();
        if (System.getenv("REMFUNNEL_KAFKA_BOOTSTRAP_SERVERS") != null) {
            new TopicChecks(settings, PATIENCE_MS)
                    .run().stream().map(Finding::of).forEach(findings::add);
        }
        if (System.getenv("REMFUNNEL_REGISTRY_URL") != null) {
            findings.add(registry(settings));
        }
        return findings;
    }

    private static Finding registry(SharedSettings settings) {
        String url = settings.registry().url().toString();
        return new RegistryProbe(settings.registry())
                .trouble()
                .<Finding>map(why -> new Ill("registry", why))
                .orElseGet(() -> new Fine("registry", url + " answers"));
    }
}
