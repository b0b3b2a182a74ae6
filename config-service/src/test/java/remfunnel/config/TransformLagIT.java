package remfunnel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import remfunnel.FunnelConfig;
import remfunnel.config.document.ConnectorWriter;
import remfunnel.config.document.Documents;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.Keys;
import remfunnel.schemas.Party;
import remfunnel.schemas.SharedSettings;
import remfunnel.schemas.TopicSetup;
import remfunnel.schemas.Topics;

class TransformLagIT {
    private static final String ID = "late";
    private static final int EVENTS = 5;
    private static final int PARTITIONS = 3;

    @Test
    void statusSaysHowManyEventsTransformHasStillToRead(@TempDir Path directory) throws Exception {
        try (var service = new Service(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", service.brokerAddress()))) {
            FunnelConfig config = FunnelConfig.newBuilder(Documents.config(Documents.MINIMAL))
                    .setConnectorId(ID)
                    .build();
            String body = Service.JSON.writeValueAsString(ConnectorWriter.document(config));
            service.send("PUT", "/api/connectors/" + ID, body, "If-None-Match", "*");
            assertThat(service.json("/api/status/" + ID).has("lag")).isFalse();

            TopicSetup.ensure(service.bean(SharedSettings.class), Party.INGEST);
            for (long order = 0; order < EVENTS; order++) {
                service.produceBytes(Topics.ORDERS, Keys.order(ID, order), new byte[] {1});
            }
            awaitLag(service, EVENTS);
            hasRead(admin, 2);
            awaitLag(service, EVENTS - 2);
            hasRead(admin, EVENTS);
            awaitLag(service, 0);
        }
    }

    private static void hasRead(Admin admin, long offset) throws Exception {
        var partition = new TopicPartition(Topics.ORDERS.name(), ConnectorPartition.of(ID, PARTITIONS));
        admin.alterConsumerGroupOffsets(Party.TRANSFORM_APPLICATION, Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private static void awaitLag(Service service, long lag) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(
                                service.json("/api/status/" + ID).path("lag").asLong(-1))
                        .isEqualTo(lag));
    }
}
