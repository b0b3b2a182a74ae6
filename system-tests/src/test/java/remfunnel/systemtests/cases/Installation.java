package remfunnel.systemtests.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import remfunnel.config.ConfigApplication;
import remfunnel.ingest.IngestApplication;
import remfunnel.schemas.CredentialCipher;
import remfunnel.standalone.LocalRegistry;
import remfunnel.transform.TransformApplication;

/** A broker, a registry and the three services, the real ones, for all cases. */
final class Installation implements AutoCloseable {
    private static final String ANY_PORT = "--server.port=0";

    private final Path directory;
    private final LocalRegistry registry;
    private final Broker broker;
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final String url;
    private ConfigurableApplicationContext transform;

    private Installation(Path directory, Broker broker) {
        this.directory = directory;
        this.registry = LocalRegistry.startOnFreePort(directory.resolve("registry"));
        this.broker = broker;
        CredentialCipher.createOrLoad(keyset());
        this.transform = start(TransformApplication.class, "transform", ANY_PORT);
        this.url = urlOf(start(
                ConfigApplication.class,
                "config",
                ANY_PORT,
                "--remfunnel.config.owner-token=true",
                "--remfunnel.transform.url=" + urlOf(transform)));
        start(IngestApplication.class, "ingest", ANY_PORT);
    }

    static Installation start(Path directory) {
        return new Installation(directory, Broker.local(directory.resolve("kafka")));
    }

    static Installation startWithBrokerInContainer(Path directory) {
        return new Installation(directory, Broker.inContainer());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The registry's address for clients that are not ours. */
    String registry() {
        return registry.compatibleUrl();
    }

    /** Where the commands speak to. */
    String url() {
        return url;
    }

    /** Where the services find the registry. */
    String registryUrl() {
        return registry.url().replace("/apis/registry/v3", "");
    }

    /** What is done while the topology does not run; afterwards it is found where it was. */
    void withoutTransform(Runnable work) {
        services.remove(transform);
        transform.close();
        try {
            work.run();
        } finally {
            transform = start(TransformApplication.class, "transform", "--server.port=" + portOf(transform));
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, String name, String... more) {
        var arguments = Stream.concat(
                        settings().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of(more))
                .toArray(String[]::new);
        var context = new SpringApplicationBuilder(application)
                .properties(Map.of("spring.config.name", name, "spring.jmx.enabled", "false"))
                .registerShutdownHook(false)
                .run(arguments);
        services.add(context);
        return context;
    }

    private static String urlOf(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + portOf(service);
    }

    private static String portOf(ConfigurableApplicationContext service) {
        return service.getEnvironment().getProperty("local.server.port");
    }

    /** As an operator would set them, but with rhythms that fit a test's patience. */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("logging.level.org.apache.kafka", "error"),
                Map.entry("logging.level.org.apache.kafka.streams.KafkaStreams", "error"),
                Map.entry("server.tomcat.threads.max", "16"),
                Map.entry("remfunnel.kafka.bootstrap-servers", broker.bootstrapServers()),
                Map.entry("remfunnel.registry.url", registryUrl()),
                Map.entry("remfunnel.keyset-file", keyset().toString()),
                Map.entry("remfunnel.remonline.requests-per-second", "0"),
                Map.entry("remfunnel.ingest.loops.refused-retry", "1s"),
                Map.entry("remfunnel.ingest.loops.longest-backoff", "1s"),
                Map.entry("remfunnel.ingest.loops.names-every", "3s"),
                Map.entry("remfunnel.ingest.loops.status-every", "1s"),
                Map.entry(
                        "remfunnel.transform.state-dir",
                        directory.resolve("streams").toString()),
                Map.entry("remfunnel.transform.threads", "1"),
                Map.entry("remfunnel.transform.names-quiet", "500ms"));
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        services.reversed().forEach(ConfigurableApplicationContext::close);
        broker.close();
        registry.close();
    }
}
