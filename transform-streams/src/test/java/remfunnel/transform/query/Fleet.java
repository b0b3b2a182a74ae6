package remfunnel.transform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import remfunnel.schemas.ConnectorPartition;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import remfunnel.transform.TransformApplication;

/** Instances of the service with a real broker; only the registry is left out. */
final class Fleet implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Records records = new PlainRecords();
    private final KafkaClusterTestKit broker = broker();
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Path directory;

    /** In place of the registry's serdes. */
    @Configuration(proxyBeanMethods = false)
    static class WithoutRegistry {
        @Bean
        @Primary
        Records plainRecords() {
            return new PlainRecords();
        }
    }

    Fleet(Path directory) throws Exception {
        this.directory = directory;
        broker.format();
        broker.startup();
        broker.waitForReadyBrokers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static KafkaClusterTestKit broker() throws Exception {
        var nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        return new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "3")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
    }

    /** Returns its number. */
    int launch() {
        int number = instances.size();
        instances.add(new SpringApplicationBuilder(TransformApplication.class, WithoutRegistry.class)
                .properties(Map.of("spring.config.name", "transform", "spring.jmx.enabled", "false"))
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--remfunnel.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--remfunnel.topics.replication-factor=1",
                        "--remfunnel.transform.state-dir=" + directory.resolve("state" + number),
                        "--remfunnel.transform.threads=1",
                        "--logging.level.org.apache.kafka=error"));
        return number;
    }

    void stop(int instance) {
        instances.get(instance).close();
    }

    <B> B bean(int instance, Class<B> type) {
        return instances.get(instance).getBean(type);
    }

    <V> byte[] bytes(Topic<V> topic, V value) {
        return records.serializer(topic).serialize(topic.name(), value);
    }

    <V> void send(Topic<V> topic, String key, V value) {
        assertThat(producer.send(new ProducerRecord<>(topic.name(), partition(topic, key), key, bytes(topic, value))))
                .succeedsWithin(Duration.ofMinutes(3));
    }

    /** Has the broker let go of all that a partition holds, as retention does. */
    void forget(Topic<?> topic, String connector) throws Exception {
        var partition = new TopicPartition(topic.name(), partition(topic, connector));
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
    }

    static int partition(Topic<?> topic, String key) {
        return ConnectorPartition.ofKey(key.getBytes(StandardCharsets.UTF_8), topic.partitions(PARTITIONS));
    }

    HttpResponse<String> get(int instance, String path) {
        return send(HttpRequest.newBuilder(address(instance, path)).GET());
    }

    HttpResponse<String> post(int instance, String path, byte[] body) {
        return send(HttpRequest.newBuilder(address(instance, path)).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(int instance, String path) {
        var port = instances.get(instance).getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        producer.close();
        instances.forEach(ConfigurableApplicationContext::close);
        try {
            broker.close();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
