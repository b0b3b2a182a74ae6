package remfunnel.systemtests.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** docker-compose.yml as its user has it, with the simulated shop. */
class ComposeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long ORDERS = 1500;

    @Test
    void theDemoComesUpAndGoesOnAfterDownAndUp() throws Exception {
        ContainerEngine.require(
                "ComposeIT",
                "eclipse-temurin:25-jre",
                ContainerEngine.BROKER_IMAGE,
                "apicurio/apicurio-registry:3.3.3");
        try (var project = new ComposeProject()) {
            project.build();
            long began = System.nanoTime();
            project.up();
            long before = awaitRecords(project, "remonline.orders", ORDERS);
            long facts = awaitRecords(project, "funnel.facts", ORDERS);
            assertThat(wizard(project)).contains("<!doctype html>");
            assertThat(project.remfunnel("status", "demo")).contains("CONNECTED");
            System.out.printf("compose: facts flow %d s after up%n", (System.nanoTime() - began) / 1_000_000_000);

            project.down();
            project.up();

            long now = awaitRecords(project, "remonline.orders", before + 5);
            assertThat(now)
                    .describedAs("records after the second start: changes alone, not the history again")
                    .isLessThan(before + ORDERS);
            awaitRecords(project, "funnel.facts", facts + 5);
            assertThat(wizard(project)).contains("<!doctype html>");
        }
    }

    private static long awaitRecords(ComposeProject project, String topic, long atLeast) {
        return await(topic)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> records(project, topic), records -> records >= atLeast);
    }

    /** By the ends of its partitions: every record and the marks of transactions. */
    private static long records(ComposeProject project, String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", project.bootstrapServers()))) {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            var latest = IntStream.range(0, partitions)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    private static String wizard(ComposeProject project) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(
                    HttpRequest.newBuilder(URI.create(project.url() + "/login.html"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            return page.body();
        }
    }
}
