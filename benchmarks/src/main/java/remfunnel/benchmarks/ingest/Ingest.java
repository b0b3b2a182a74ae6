package remfunnel.benchmarks.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import remfunnel.ApiVersion;
import remfunnel.FunnelConfig;
import remfunnel.SourceSettings;
import remfunnel.benchmarks.cluster.Cluster;
import remfunnel.benchmarks.cluster.Feed;
import remfunnel.benchmarks.harness.Bench;
import remfunnel.benchmarks.harness.ChildJvm;
import remfunnel.benchmarks.orders.SampleShop;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.Topics;

/** The ingest service in a process of its own, told of its connectors as config-service and transform would tell it. */
public final class Ingest implements AutoCloseable {
    private static final List<String> JVM =
            List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow");

    private final ChildJvm process;
    private final CredentialCipher cipher;
    private final Feed feed;

    private Ingest(ChildJvm process, CredentialCipher cipher, Feed feed) {
        this.process = process;
        this.cipher = cipher;
        this.feed = feed;
    }

    /**
     * In a process that lives as long as the bench at most.
     *
     * @param requestsPerSecond of one key; 0: no limit
     */
    public static Ingest start(Bench bench, Cluster cluster, int requestsPerSecond) {
        bench.progress().say("starting ingest with " + requestsPerSecond + " requests a second");
        Path keyset = bench.directory("secrets").resolve("keyset.json");
        var cipher = CredentialCipher.createOrLoad(keyset);
        List<String> arguments = new ArrayList<>(cluster.arguments());
        arguments.add("--remfunnel.keyset-file=" + keyset);
        arguments.add("--remfunnel.remonline.requests-per-second=" + requestsPerSecond);
        var log = bench.directory("logs").resolve("ingest-" + requestsPerSecond + ".log");
        var process = bench.add(ChildJvm.start(IngestProcess.class, log, JVM, arguments));
        process.answer();
        return new Ingest(process, cipher, new Feed(cluster));
    }

    void follow(String connector, URI source, String key) {
        entrust(connector, key);
        feed.record(Topics.CONFIG_ACTIVE, connector, config(connector, source, true));
    }

    /** The key of an account: with it and a configuration in force, the connector is followed. */
    public void entrust(String connector, String key) {
        feed.record(Topics.CREDENTIALS, connector, cipher.encrypt(connector, key, "bench", Instant.now()));
    }

    /** Its loops end. */
    void pause(String connector, URI source) {
        feed.record(Topics.CONFIG_ACTIVE, connector, config(connector, source, false));
        feed.flush();
    }

    private static FunnelConfig config(String connector, URI source, boolean enabled) {
        var polled = SourceSettings.newBuilder()
                .setApi(ApiVersion.V1)
                .setBaseUrl(source.toString())
                .build();
        return FunnelConfig.newBuilder(SampleShop.config(connector))
                .setEnabled(enabled)
                .setSource(polled)
                .build();
    }

    Duration cpu() {
        return process.cpu();
    }

    Resident resident() {
        return new Resident(process.pid());
    }

    @Override
    public void close() {
        feed.close();
        process.close();
    }
}
