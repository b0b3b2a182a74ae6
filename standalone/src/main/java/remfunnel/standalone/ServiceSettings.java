package remfunnel.standalone;

import java.util.HashMap;
import java.util.Map;

/** What the services are told about the machine they share. */
record ServiceSettings(Machine machine, Map<String, String> wished) {
    /** Small pools: three web servers in one process, and few who ask. */
    private static final Map<String, String> SHARED_PROCESS = Map.of(
            "spring.jmx.enabled", "false",
            "spring.main.banner-mode", "off",
            "spring.lifecycle.timeout-per-shutdown-phase", "4s",
            "server.tomcat.threads.max", "16",
            "server.tomcat.threads.min-spare", "2");

    Map<String, String> fixed(Service service) {
        var settings = new HashMap<>(SHARED_PROCESS);
        settings.put("remfunnel.kafka.bootstrap-servers", machine.bootstrapServers());
        settings.put("remfunnel.registry.url", machine.registryUrl());
        settings.put("remfunnel.keyset-file", machine.data().keyset().toString());
        settings.put("server.port", port(service));
        if (service == Service.TRANSFORM) {
            settings.put(
                    "remfunnel.transform.state-dir", machine.data().streams().toString());
        }
        return settings;
    }

    Map<String, String> usual() {
        var settings = new HashMap<>(wished);
        settings.put("remfunnel.ingest.instance-id", "standalone");
        settings.put("remfunnel.transform.rocksdb-memory-mb", "48");
        settings.put("remfunnel.transform.threads", "1");
        return settings;
    }

    /** One port is for people; the others are for health checks, and free ones will do. */
    private String port(Service service) {
        return service == Service.CONFIG
                ? Integer.toString(machine.ports().rest())
                : "${REMFUNNEL_" + service.name() + "_PORT:0}";
    }
}
