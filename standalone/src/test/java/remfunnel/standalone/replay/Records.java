package remfunnel.standalone.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics of one partition and what a test writes to them. */
record Records(Map<String, Object> kafka) {
    void create(String topic) throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    void send(String topic, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** All of them at once for a reader of committed records. */
    void sendInATransaction(String topic, String key, String... values) throws Exception {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("transactional.id", topic);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var value : values) {
                producer.send(new ProducerRecord<>(topic, key, value)).get();
            }
            producer.commitTransaction();
        }
    }
}
