package remfunnel.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import remfunnel.config.cli.ServiceToken;
import remfunnel.schemas.ConnectorPartitioner;
import remfunnel.schemas.CredentialCipher;
import remfunnel.schemas.PlainRecords;
import remfunnel.schemas.Records;
import remfunnel.schemas.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a port of its own with a real broker; only the registry is left out. */
public final class Service implements AutoCloseable {
    private static final String OPEN =
            "(GET|POST) /api/login|GET /api/(login/openid(/callback)?|session/state)|.*(/actuator/health|/error).*";

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Records records = new PlainRecords();
    private final TestBroker broker;
    private final boolean first;
    private final Map<String, Object> settings;
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;

    /** In place of the registry's serdes. */
    @Configuration(proxyBeanMethods = false)
    static class WithoutRegistry {
        @Bean
        @Primary
        Records plainRecords() {
            return new RegistryThatGoes();
        }
    }

    public Service(Path directory) {
        this(directory, Map.of());
    }

    /** With settings of its own. */
    public Service(Path directory, Map<String, String> more) {
        this(new TestBroker(directory), true, usual(directory), more);
    }

    private Service(TestBroker broker, boolean first, Map<String, Object> usual, Map<String, String> more) {
        this.broker = broker;
        this.first = first;
        settings = new HashMap<>(usual);
        settings.put("remfunnel.kafka.bootstrap-servers", broker.address());
        settings.putAll(more);
        context = new SpringApplicationBuilder(ConfigApplication.class, WithoutRegistry.class)
                .properties(settings)
                .run(
                        "--server.port=0",
                        "--remfunnel.transform.url=http://127.0.0.1:1",
                        "--logging.level.kafka=warn",
                        "--logging.level.org.apache.kafka=error");
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.address(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ConnectorPartitioner.class),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Map<String, Object> usual(Path directory) {
        Path keyset = directory.resolve("keyset.json");
        CredentialCipher.createOrLoad(keyset);
        return Map.of(
                "spring.config.name", "config",
                "remfunnel.keyset-file", keyset.toString(),
                "remfunnel.config.owner-token", "true",
                "remfunnel.topics.partitions", "3",
                "remfunnel.topics.replication-factor", "1");
    }

    /** A further instance on the same broker, with the same settings but these; to be closed before this one. */
    public Service another(Map<String, String> more) {
        return new Service(broker, false, settings, more);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    /** As another service, or an operator with a client of his own, would write it. */
    public <V extends SpecificRecord> long produce(Topic<V> topic, String key, V value) {
        try (var serializer = records.serializer(topic)) {
            return produceBytes(topic, key, serializer.serialize(topic.name(), value));
        }
    }

    public long produceBytes(Topic<?> topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic.name(), key, value))
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without waiting for each. */
    public <V extends SpecificRecord> void produceAll(Topic<V> topic, Map<String, V> values) {
        try (var serializer = records.serializer(topic)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            values.forEach((key, value) -> sent.add(
                    producer.send(new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), value)))));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String brokerAddress() {
        return broker.address();
    }

    /** All that a topic holds. */
    List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", broker.address()));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TopicReaders.partitions(consumer, List.of(topic.name()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (all.size() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** The same, as one text. */
    public String texts(Topic<?> topic) {
        return read(topic).stream()
                .filter(record -> record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    /** Whatever is mapped, as method and pattern. */
    public List<String> endpoints() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path)))
                .toList();
    }

    /** Those that are for whoever is let in, of this service, the actuator and OpenAPI: a new one cannot be forgotten. */
    public List<String> closedEndpoints() {
        return endpoints().stream().filter(endpoint -> !endpoint.matches(OPEN)).toList();
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    /** Headers as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", ServiceToken.authorization(url()).orElseThrow())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        if (first) {
            broker.close();
        }
    }
}
