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
import remfunnel.standalone.LocalBroker;
import remfunnel.standalone.LocalRegistry;
import remfunnel.transform.TransformApplication;

/** A broker, a registry and the three services, the real ones, for all cases. */
final class Installation implements AutoCloseable {
    private final Path directory;
    private final LocalRegistry registry;
    private final LocalBroker broker;
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final String url;

    private Installation(Path directory) {
        this.directory = directory;
        this.registry = LocalRegistry.startOnFreePort(directory.resolve("registry"));
        this.broker = LocalBroker.startOnFreePort(directory.resolve("kafka"));
        CredentialCipher.createOrLoad(keyset());
        String transform = start(TransformApplication.class, "transform");
        this.url = start(ConfigApplication.class, "config", "--remfunnel.transform.url=" + transform);
        start(IngestApplication.class, "ingest");
    }

    static Installation start(Path directory) {
        return new Installation(directory);
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

    /** Returns where it listens. */
    private String start(Class<?> application, String name, String... more) {
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
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** As an operator would set them, but with rhythms that fit a test's patience. */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("logging.level.org.apache.kafka", "error"),
                Map.entry("logging.level.org.apache.kafka.streams.KafkaStreams", "error"),
                Map.entry("server.port", "0"),
                Map.entry("server.tomcat.threads.max", "16"),
                Map.entry("remfunnel.kafka.bootstrap-servers", broker.bootstrapServers()),
                Map.entry("remfunnel.registry.url", registry.url().replace("/apis/registry/v3", "")),
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
