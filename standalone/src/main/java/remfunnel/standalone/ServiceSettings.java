package remfunnel.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the services are told about the machine they share.
 *
 * @param wished settings that the environment may override
 * @param transformPort which config-service asks before transform has opened it
 */
record ServiceSettings(Machine machine, Map<String, String> wished, int transformPort) {
    /** Small pools: three web servers in one process, and few who ask. */
    private static final Map<String, String> SHARED_PROCESS = Map.of(
            "spring.jmx.enabled", "false",
            "spring.main.banner-mode", "off",
            "spring.lifecycle.timeout-per-shutdown-phase", "4s",
            "server.tomcat.threads.max", "16",
            "server.tomcat.threads.min-spare", "2");

    private static final String TRANSFORM_PORT = "REMFUNNEL_TRANSFORM_PORT";

    static ServiceSettings of(Machine machine, Map<String, String> wished) {
        var port = Optional.ofNullable(System.getenv(TRANSFORM_PORT)).map(String::strip);
        return new ServiceSettings(machine, wished, transformPort(port));
    }

    /** Zero is any free one, as in the services' own settings; it has to be known here. */
    static int transformPort(Optional<String> wished) {
        try {
            int port =
                    wished.filter(each -> !each.isEmpty()).map(Integer::valueOf).orElse(0);
            return port == 0 ? FreePorts.any() : port;
        } catch (NumberFormatException noNumber) {
            throw new CannotStart(
                    TRANSFORM_PORT + " is '" + wished.orElse("")
                            + "', which is no port: give a number, or 0 for any free one.",
                    noNumber);
        }
    }

    Map<String, String> fixed(Service service) {
        var settings = new HashMap<>(SHARED_PROCESS);
        settings.put("remfunnel.kafka.bootstrap-servers", machine.bootstrapServers());
        settings.put("remfunnel.registry.url", machine.registryUrl());
        settings.put("remfunnel.keyset-file", machine.data().keyset().toString());
        settings.put("server.port", port(service));
        if (service == Service.CONFIG) {
            settings.put("remfunnel.transform.url", "http://127.0.0.1:" + transformPort);
            settings.put("remfunnel.config.owner-token", "true");
        }
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
        return switch (service) {
            case CONFIG -> Integer.toString(machine.ports().rest());
            case TRANSFORM -> Integer.toString(transformPort);
            case INGEST -> "${REMFUNNEL_INGEST_PORT:0}";
        };
    }
}
