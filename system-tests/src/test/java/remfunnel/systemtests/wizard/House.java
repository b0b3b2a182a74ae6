package remfunnel.systemtests.wizard;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import remfunnel.systemtests.Patience;
import remfunnel.systemtests.foreign.ForeignDecoder;
import remfunnel.systemtests.foreign.ForeignEncoder;
import remfunnel.systemtests.kills.LocalMachine;

/** The whole pipeline and a browser, started by whoever comes first and there for all who try the pages in this run. */
final class House implements AutoCloseable {
    private final Path directory;
    private final LocalMachine machine;
    private final Chromium browser;

    House() {
        try {
            directory = Files.createTempDirectory("pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        machine = LocalMachine.forPages(directory.resolve("data"), "pages.log");
        try {
            machine.startAndWait();
        } catch (RuntimeException late) {
            machine.close();
            throw late;
        }
        browser = new Chromium();
    }

    Office office() {
        return Office.of(machine);
    }

    Chromium browser() {
        return browser;
    }

    /** As a client does that is not ours, to a topic of one partition, under the latest schema that is registered for it. */
    void produce(String topic, String key, String json) {
        String registry = "http://127.0.0.1:" + machine.ports().get(1) + "/apis/ccompat/v7";
        byte[] value = new ForeignEncoder(new ForeignDecoder(registry)).encode(topic, json);
        Map<String, Object> settings = Map.of("bootstrap.servers", machine.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    @Override
    public void close() {
        browser.close();
        machine.close();
        // The registry, a process of its own, writes until it has seen that the machine is gone.
        await().atMost(Patience.OF_A_TEST).ignoreExceptions().until(this::isSwept);
    }

    private boolean isSwept() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        }
        return Files.notExists(directory);
    }
}
