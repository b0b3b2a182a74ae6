package remfunnel.systemtests.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.SchemaCheck;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.SharedSettings.KafkaSettings;
import remfunnel.schemas.SharedSettings.RegistrySettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.standalone.LocalBroker;
import remfunnel.standalone.LocalRegistry;

/** The pipeline in processes of its own, each of which can be killed; the broker stays in this one. */
final class Pipeline implements AutoCloseable {
    private final Path directory;
    private final Path logs;
    private final LocalBroker broker;
    private final int registryPort = FreePort.any();
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Map<Part, ChildProcess> services = new EnumMap<>(Part.class);
    private LocalRegistry registry;

    Pipeline(Path directory, Path logs) {
        this.directory = directory;
        this.logs = logs;
        registry = launchRegistry();
        broker = LocalBroker.startOnFreePort(directory.resolve("kafka"));
        CredentialCipher.createOrLoad(keyset());
        registry.awaitReady();
        prepare();
        Stream.of(Part.values()).filter(Part::isService).forEach(this::startService);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Rest rest() {
        return new Rest(ports.get(Part.CONFIG));
    }

    /** A service that finds no registry at its start ends; whoever supervises it starts it again. */
    boolean isReady(Part part) {
        if (part.isService() && !services.get(part).isAlive()) {
            services.get(part).start();
        }
        return part.isService()
                ? new Rest(ports.get(part)).isFine("/actuator/health/readiness")
                : new Rest(registryPort).isFine("/apis/registry/v3/system/info");
    }

    /** SIGKILL, and at once the same command again. */
    void killAndRestart(Part part) {
        if (part.isService()) {
            services.get(part).kill();
            services.get(part).start();
        } else {
            killRegistry();
            registry = launchRegistry();
        }
    }

    private void killRegistry() {
        try {
            long pid = Long.parseLong(
                    Files.readString(directory.resolve("registry/registry.pid")).strip());
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalRegistry launchRegistry() {
        return LocalRegistry.launch(directory.resolve("registry"), logs.resolve("registry.log"), registryPort);
    }

    private void prepare() {
        var shared = new SharedSettings(
                new KafkaSettings(bootstrapServers(), Map.of()),
                new RegistrySettings(URI.create(registryUrl()), null, null),
                null,
                null,
                keyset());
        TopicSetup.ensure(shared);
        new SchemaCheck(shared.registry()).ensureAccepted();
    }

    private void startService(Part part) {
        ports.put(part, FreePort.any());
        var log = logs.resolve(part.name().toLowerCase(Locale.ROOT) + ".log");
        var process = new ChildProcess(environment(part), log, part.main());
        services.put(part, process);
        process.start();
    }

    /** Slices so small that a restatement takes seconds: long enough to be killed in. */
    private Map<String, String> environment(Part part) {
        var environment = new HashMap<String, String>();
        environment.put("REMFUNNEL_KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
        environment.put("REMFUNNEL_REGISTRY_URL", registryUrl());
        environment.put("REMFUNNEL_KEYSETFILE", keyset().toString());
        environment.put("REMFUNNEL_" + part + "_PORT", ports.get(part).toString());
        environment.put("REMFUNNEL_CONFIG_OWNERTOKEN", "true");
        environment.put("REMFUNNEL_INGEST_INSTANCEID", "kills");
        environment.put("REMFUNNEL_REMONLINE_REQUESTSPERSECOND", "0");
        environment.put(
                "REMFUNNEL_TRANSFORM_STATEDIR", directory.resolve("streams").toString());
        environment.put("REMFUNNEL_TRANSFORM_THREADS", "1");
        environment.put("REMFUNNEL_TRANSFORM_SLICEORDERS", "10");
        return environment;
    }

    private String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        services.values().forEach(ChildProcess::close);
        broker.close();
        registry.close();
    }
}
