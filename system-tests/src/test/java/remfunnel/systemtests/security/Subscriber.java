package remfunnel.systemtests.security;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import remfunnel.systemtests.Patience;

/** Somebody who reads a topic from its beginning, in a group of his own, with the rights of his login alone. */
record Subscriber(Login login, String topic) {
    /** The last record of each key, once these are as they are waited for. */
    Map<String, ConsumerRecord<String, byte[]>> until(Predicate<Map<String, ConsumerRecord<String, byte[]>>> enough) {
        Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(login.client());
        settings.put("group.id", login.user() + "-" + System.nanoTime());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().dontCatchUncaughtExceptions().atMost(Patience.OF_A_TEST).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> last.put(record.key(), record));
                return enough.test(last);
            });
        }
        return last;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
