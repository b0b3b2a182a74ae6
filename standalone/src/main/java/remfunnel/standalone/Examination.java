package remfunnel.standalone;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import remfunnel.config.cli.Doctor;
import remfunnel.standalone.Finding.Fine;
import remfunnel.standalone.Finding.Ill;
import remfunnel.standalone.Finding.Skipped;

/** The checks of this machine, whether or not anything runs on it. */
record Examination(Path data, Ports ports) {
    private static final long ROOM_BYTES = 2L << 30;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(List.of(jdk(), directory(), broker(), registry(), service()));
        findings.addAll(ClusterExamination.findings());
        findings.addAll(connectors());
        return findings;
    }

    private static Finding jdk() {
        return new Fine("jdk", Runtime.version() + " in " + System.getProperty("java.home"));
    }

    private Finding directory() {
        Path nearest = data;
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            return new Ill(
                    "data", nearest + " cannot be written: mend its permissions, or choose another place with --data");
        }
        long free = nearest.toFile().getUsableSpace();
        return free < ROOM_BYTES
                ? new Ill("data", "only " + (free >> 20) + " MB are free for " + data + ": make room, at least 2 GB")
                : new Fine("data", data + ", " + (free >> 30) + " GB free");
    }

    private Finding broker() {
        if (FreePorts.isFree(ports.kafka())) {
            return new Skipped("broker", "nothing runs on port " + ports.kafka() + ": start it with remfunnel up");
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + ports.kafka(),
                "request.timeout.ms", 4000,
                "default.api.timeout.ms", 5000);
        try (var admin = Admin.create(settings)) {
            int topics = admin.listTopics().names().get(6, TimeUnit.SECONDS).size();
            return new Fine("broker", "answers on port " + ports.kafka() + ", " + topics + " topics");
        } catch (ExecutionException | TimeoutException e) {
            return new Ill("broker", taken(ports.kafka(), "a Kafka broker", "--kafka-port"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Skipped("broker", "interrupted");
        }
    }

    private Finding registry() {
        return web("registry", ports.registry(), "/apis/registry/v3/system/info", "--registry-port");
    }

    private Finding service() {
        return web("services", ports.rest(), "/actuator/health/readiness", "--port");
    }

    /** What config-service knows of the connectors, where it runs. */
    private List<Finding> connectors() {
        return FreePorts.isFree(ports.rest())
                ? List.of()
                : new Doctor(URI.create("http://127.0.0.1:" + ports.rest()))
                        .run().stream().map(Finding::of).toList();
    }

    private static Finding web(String subject, int port, String path, String option) {
        if (FreePorts.isFree(port)) {
            return new Skipped(subject, "nothing runs on port " + port + ": start it with remfunnel up");
        }
        return new HttpProbe(URI.create("http://127.0.0.1:" + port + path)).answers()
                ? new Fine(subject, "answers on port " + port)
                : new Ill(subject, taken(port, "it", option));
    }

    private static String taken(int port, String who, String option) {
        return "port " + port + " is taken, but " + who
                + " does not answer there: stop what holds it, or choose another with " + option;
    }
}
