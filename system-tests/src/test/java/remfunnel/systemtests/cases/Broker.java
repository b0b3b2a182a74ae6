package remfunnel.systemtests.cases;

import java.nio.file.Path;
import org.testcontainers.kafka.KafkaContainer;
import remfunnel.standalone.LocalBroker;
import remfunnel.systemtests.containers.ContainerEngine;

/** The broker that the cases run against: in this process, or the public image in a container. */
interface Broker extends AutoCloseable {
    String bootstrapServers();

    @Override
    void close();

    /** As {@code -Dremfunnel.broker=container} wishes it. */
    static boolean isWishedInContainer() {
        return System.getProperty("remfunnel.broker", "local").equals("container");
    }

    static Broker local(Path directory) {
        var broker = LocalBroker.startOnFreePort(directory);
        return new Broker() {
            @Override
            public String bootstrapServers() {
                return broker.bootstrapServers();
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    static Broker inContainer() {
        var container = new KafkaContainer(ContainerEngine.BROKER_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
        container.start();
        return new Broker() {
            @Override
            public String bootstrapServers() {
                return container.getBootstrapServers();
            }

            @Override
            public void close() {
                container.close();
            }
        };
    }
}
