package remfunnel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    @TempDir
    private Path directory;

    @Test
    void keepsItsTopicsOverARestart() throws Exception {
        Path kafka = directory.resolve("with space/kafka");
        try (var broker = LocalBroker.startOnFreePort(kafka);
                var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }

        try (var broker = LocalBroker.startOnFreePort(kafka);
                var admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void refusesADirectoryWithAHalfWrittenFormat() throws Exception {
        Path kafka = Files.createDirectories(directory.resolve("kafka"));
        Files.writeString(kafka.resolve("meta.properties"), "version=1\ncluster.id=abc\n");

        assertThatThrownBy(() -> LocalBroker.startOnFreePort(kafka))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("meta.properties lacks node.id")
                .hasMessageContaining("move it away");
    }

    private static Admin admin(LocalBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
